/** Smaller rules behind the paragraphs: who people are, turns of phrase, general places and times. */
export const DETAILS: Readonly<Record<string, string>> = {
  'epithet.lead': `
    {a:worker} of {years} years' standing
    {a:adj.person} {worker} who had learned the trade at {near}
    the {adj.person} keeper of the {shop}
    {a:worker} like few others between {near} and {far}`,
  'epithet.hand': `
    {a:adj.person} {worker} of the second bench
    {a:adj.person} journeyman in the {shop}
    the {adj.person} first hand of the {shop}
    {a:worker} who had come from {near} {n} years before
    {a:adj.person} {worker} trained at {far}
    the {ord} and [last|newest] of the hands at the {shop}
    who had worked at the {shop} since {year.past}
    who kept the books and half the tools of the {shop}`,
  'epithet.other': `
    {a:adj.person} {profession} from {near}
    {a:profession} of {years} years' standing
    {a:profession} by trade and {a:adj.person} one
    the {adj.person} {profession} of {street}
    {a:adj.person} {profession} who lived near the {landmark}
    {a:profession} lately come from {far}`,
  traitless: `
    ate nothing but {food}
    spoke hardly above a whisper
    collected {s:object}
    slept through [most|half] of the {month} meetings
    could not abide {weather.noun}
    kept {a:animal} under the bench
    had walked from {far} in {n} days
    counted everything twice
    spoke of nothing but {stuff}
    had once sold {nn} {goods} in a morning
    owed money to half of {near}
    believed in {virtue} and cold water
    wrote verses about {weather.noun}`,
  age: `
    [thirty|forty|fifty|sixty] or so
    [thirty|forty|fifty|sixty]-{one.to.nine}`,
  'one.to.nine': `
    one
    two
    three
    four
    six
    seven
    eight
    nine`,
  'document.print': `
    gazette
    monthly journal
    trade paper
    weekly newspaper`,
  'object.note': `
    notebook
    slate
    pocket book
    ledger
    almanac
    sheet of ruled paper`,
  'garment.one': `
    old coat
    leather apron
    wool cap
    grey shawl
    travelling cloak
    scarf
    jersey
    woollen jacket`,
  rival: `
    rival
    stranger
    dealer
    {worker}`,
  everyone: `
    everyone
    everybody
    the whole table
    each of them`,
  'when.general': `
    on a cold morning in {month}
    with customers at the door
    when the {road} is closed
    after {n} failures
    with {n} days in hand and {nn} {goods} to make`,
  'where.general': `
    in sermons
    in school books
    at prize-givings
    by people who have neither
    in every almanac
    at the {inn}`,
  'profession.trade': `
    shipping
    schoolteaching
    farming
    medicine
    music
    accountancy
    diplomacy`,
  'where.far': `
    in a barn
    by the roadside
    at a farm
    under a hedge
    at an inn with {n} beds
    beside a blacksmith's fire
    in {a:building}`,
  'soundof.place': `
    counter of the {inn}
    pews of the chapel
    leaves of the {landmark}
    window sills of the {building}
    notices outside the {building}`,
  'stuff.ash': `
    cinders
    straw
    ashes
    sand
    planks
    bracken`,
  'saying.short': `
    the dead season
    old habits
    the drum
    the {landmark}
    {month} weather`,
};
