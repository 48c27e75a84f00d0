/** Phrases that any kind of paragraph may use. */
export const PHRASES: Readonly<Record<string, string>> = {
  'adj.thing': words(`
    plain, heavy, narrow, broad, worn, battered, handsome, serviceable, crooked, faded, polished, unfinished, spare, borrowed, second-hand,
    old, new, blackened, dusty, damp, sturdy, slender, patched, well-made, ill-made, curious, simple, costly, cheap, rough, smooth, small, large,
    short, tall, painted, mended, chipped, solid, light, clumsy, neat, dark, pale, ordinary, unusual, splendid, modest, square, round, low, high,
    weathered, trim, awkward, shallow, deep, thin, thick, stiff, loose, dented, rusty, bright, dull, homely, stout, long-handled, half-finished`),
  'adj.person': words(`
    patient, blunt, careful, stubborn, cheerful, silent, talkative, thrifty, generous, restless, exact, slow-spoken, quick-tempered, shy, proud,
    sceptical, curious, practical, absent-minded, dry-humoured, punctual, obstinate, mild, watchful, tireless, solemn, orderly, impatient, kindly,
    sharp-eyed, soft-voiced, broad-shouldered, weather-beaten, short-sighted, long-limbed, plain-spoken, even-tempered, inquisitive, frugal,
    stern, gentle, hard-headed, methodical, anxious, unhurried, sardonic, sociable, solitary, blunt-fingered, light-footed`),
  'adj.bad': words(`
    stubborn, troublesome, unexpected, tedious, costly, puzzling, unlucky, awkward, bitter, foolish, doubtful, hurried, clumsy, careless, ruinous,
    untidy, wretched, needless, dismal, vexing, dreary, shabby, sour, unfair, muddled, petty, risky, shallow, lame, thankless`),
  'adj.good': words(`
    sound, honest, steady, handsome, patient, careful, sensible, timely, generous, thorough, modest, welcome, clear, graceful, fortunate, prudent,
    lasting, faithful, proper, decent, useful, wise, lively, exact, liberal, hopeful, worthy, tidy, able, fair`),
  adv: words(`
    slowly, quietly, carefully, without haste, with great care, twice over, by hand, at once, grudgingly, cheerfully, in silence, steadily,
    as a matter of course, a little stiffly, by lamplight, with a frown, with some reluctance, without a word, patiently, almost tenderly,
    in the usual manner, with both hands, one after another, from habit, evenly, more by feel than by sight, against advice, in good time`),
  virtue: words(`
    patience, care, honesty, thrift, steadiness, judgment, good temper, exactness, neatness, courage, modesty, method, foresight, tact,
    perseverance, common sense, moderation, attention, candour, diligence, restraint, practice, punctuality, experience, curiosity`),
  vice: words(`
    haste, vanity, carelessness, greed, idleness, bluster, impatience, neglect, stubbornness, guesswork, boasting, false economy, forgetfulness,
    envy, complacency, gossip, bad temper, obstinacy, flattery, indecision, rashness, pride`),
  trait: `
    never raised {ps} voice
    counted everything twice
    kept a pencil behind one ear in all weathers
    could not bear {a:adj.bad} {topic}
    walked {n} miles every [morning|evening|Sunday] along the {river}
    remembered every price since {year.past}
    answered most questions with another question
    carried {a:adj.thing} {object} in one pocket
    distrusted any man who praised his own {goods}
    slept badly before every [market|delivery|frost|inspection]
    ate nothing before noon but {food} and {food}
    wrote a small upright hand that the whole of {town} could recognise
    had once spent {n} [weeks|months|winters] in {far}
    had learned {craft} from {a:adj.person} stranger out of {far}
    kept {a:animal} that followed {po} everywhere
    had {a:opinion} on every {object} in {town}
    forgot names but never {a:adj.thing} {part}
    wore the same {adj.thing} {garment} in every season
    talked to {stuff} as other people talk to {a:animal}
    whistled one {adj.good} tune whenever the work went well
    owned {nn} books and lent them to anybody
    saved {ps} opinions for {weekday} evenings`,
  object: words(`
    ledger, lantern, bench, stool, kettle, basket, bucket, broom, notebook, slate, pocket knife, barrow, blanket, clock, mirror, ladder, trunk,
    lamp, jug, bell, map, handcart, umbrella, inkwell, spade, coil of rope, tin cup, wooden spoon, ball of twine, weighing scale, iron stove,
    folding rule, candlestick, mousetrap, almanac, thimble, whistle, padlock, doorstop, whetstone, magnifying glass, snuff tin, satchel`),
  garment: words(`coat, apron, cap, waistcoat, shawl, pair of boots, jacket, cloak, scarf, pair of gloves, hat, jersey`),
  animal: words(
    `terrier, grey cat, jackdaw, lame goose, sheepdog, mule, tortoise, spaniel, bantam hen, old mare, starling, greyhound, goat`,
  ),
  food: words(`
    rye bread, cold porridge, barley soup, pickled onions, smoked herring, hard cheese, boiled eggs, stewed pears, oat cakes, dried plums, bacon,
    turnip broth, salted butter, radishes, buttermilk, roast chestnuts, cold mutton, pea soup, apple cake, blackberries, fried mushrooms, leek pie`),
  topic: words(`
    measurement, excuse, bargain, joint, repair, promise, account, argument, estimate, delay, answer, finish, story, invoice, handshake,
    silence, shortcut, compliment, habit, rumour`),
  opinion: words(`opinion, theory, grievance, remedy, anecdote, joke, doubt, proverb, recollection, reservation`),
  'building.any': words(`
    corn exchange, toll house, chapel, schoolroom, custom-house, granary, wash-house, smithy, coaching inn, lock-keeper's cottage, infirmary,
    council room, boat shed, weigh-house, reading room, almshouse, lime store, market cross, assembly room, post office,
    tithe barn, signal mast, dovecote, rope store, ice-house, pound, bakehouse, bandstand, library`),
  spot: words(`
    yard, loft, doorway, drying shed, counting room, cellar, packing room, passage, store, cart shed, porch, back room, attic, outer shed,
    tool room, long room, upstairs room, wash-house, side room, covered way, fuel shed, inner yard, stable, corner by the stairs`),
  'landmark.any': words(`
    stone bridge, poplar avenue, old quarry, crossroads, ford, beech wood, water meadow, ruined wall, milestone, orchard, sheepfold, windmill,
    toll gate, chalk pit, weir, willow bed, cattle pond, gravel bar, hollow lane, lightning-struck oak, drove road, footbridge, hop garden`),
  'road.any': words(`
    coach road, towpath, drove road, causeway, ridge path, lower road, cart track, forest ride, river lane, moor road, upper road, post road`),
  vehicle: words(`wagon, handcart, barge, mule cart, mail coach, ox cart, sledge, hired gig, flat cart, carrier's van, ferry, dray`),
  'office.any': words(`
    harbour office, parish council, board of works, infirmary, grammar school, canal company, post office, customs house, town band, corn exchange,
    reading society, fire brigade, almshouse, agricultural society, lighthouse board, guild of carriers, botanical garden, observatory,
    village school, theatre, drainage board, museum, railway depot, hospital, waterworks, barracks, horticultural show, savings bank`),
  profession: words(`
    carter, schoolteacher, lock-keeper, apothecary, grain factor, postmaster, toll collector, innkeeper, parish clerk, ferryman, shipping agent,
    surveyor, notary, corn chandler, land agent, coal merchant, choirmaster, veterinary surgeon, bargeman, auctioneer, bailiff, stationer,
    seedsman, assayer, gamekeeper, librarian, engineer, journeyman, harness maker, barber, constable, bookseller`),
  document: words(`
    receipt, letter, invoice, tally, notice, contract, note of hand, delivery list, bill of lading, sketch, drawing, inventory, petition, minute,
    estimate, certificate, memorandum, page of figures, survey, proposal`),
  soundof: words(`
    hammering, church bell, rain on the slates, cart wheels, mill race, geese, saw, kettle, mail horn, wind in the chimney, pigeons, flute next door,
    quarry hooter, dripping gutter, loose shutter, clock, rooks, threshing floor`),
  smellof: words(`
    wet wool, hot iron, cut grass, tar, woodsmoke, yeast, apples, lamp oil, fresh bread, river mud, leather, sawdust, soap, coffee, pine resin,
    frost, hay, vinegar, rain on dust, beeswax, tobacco, malt`),
  sky: `
    [low|grey|mackerel|torn|heavy|high] cloud over {hill}
    a [thin|pale|hard|watery|copper] light on the {river}
    [smoke|mist|drizzle|sleet|sunlight] [lying along|creeping over|drifting across] the {landmark}
    a [west|north|south-east|north-east|warm] wind off {hill}
    a [white|clear|windless|yellow|sullen] morning over the {landmark}`,
  reason: `
    the {road} [had flooded|was closed|was deep in mud|had been cut|was being mended] below the {landmark}
    {Rn} had [promised|forgotten|offered|agreed] it to the {office}
    the price of {stuff} had [risen|doubled|slipped|moved] since {month.past}
    nobody had [swept|measured|locked|mended|inspected] the {spot} since {weekday}
    the {tool} had been [lent|returned|sharpened|mislaid] by {Rn}
    the days were [drawing in|lengthening|too hot|already short]
    {Rn} wanted the {spot} for {ps.R} own {goods}
    the last {vehicle} from {near} had come [late|empty|half-loaded|without its driver]
    there was no other {adj.thing} {tool} in {town}
    the {stuff} was [wetter|drier|coarser|cheaper|better] than the {document} had said
    {far} was [paying|asking|offering] {money} for the same thing
    {a:animal} had got into the {spot} [overnight|again|during dinner]
    every {worker} between {near} and {far} was [waiting|asking|short] for {stuff}
    the {profession} had [fallen ill|gone to {far}|mislaid the {document}]`,
  although: `
    though {reason}
    although {Rn} had [advised|argued|voted|written] against it
    though the {soundof} made it hard to [think|talk|listen]
    although it meant [losing|wasting|giving up] {a:daywork}
    though not everybody in {town} [agreed|noticed|approved|believed it]
    although the {office} still owed {po} {money}
    though {a:adj.thing} {tool} would have [served|done] as well
    even if the {stuff} had to come from {far}
    though the {spot} was [cold|dark|crowded|too small] for it`,
  daywork: words(
    `day's work, week's wages, whole morning, market day, good customer, night's sleep, dry afternoon, fortnight, quiet Sunday`,
  ),
  when: `
    early in the [morning|week|season|month]
    {date}
    on {weekday}
    by the end of {month}
    after {n} [days|nights|weeks] of {weather.noun}
    before the {soundof} had [stopped|begun|died away]
    towards [noon|evening|dusk|midnight|four o'clock]
    on the {ord} day
    within {n} [days|weeks|hours]
    while the {stuff} was still [warm|wet|new|on the {vehicle}]
    as soon as the {vehicle} had [left|arrived|been unloaded]
    during the [first|second|third|last] week of {month}
    once the {spot} had been [cleared|swept|locked|lit]
    not long after [breakfast|midday|sunset|the frost|the thaw]
    some {n} days later
    when the {profession} had gone
    between one {goodword} and the next
    that {season}`,
  goodword: words(`delivery, market, firing, batch, load, meeting, letter, shower, frost, meal`),
  where: `
    in the {spot}
    beside the {spot}
    behind the {building}
    near the {landmark}
    at the {adj.thing} end of {street}
    on the {road} to {near}
    under the windows of the {building}
    at the {inn}
    across the {river}
    outside {Rs} door
    in the shadow of {hill}
    within sight of the {landmark}
    halfway between the {building} and the {landmark}`,
  simile: `
    like {a:animal} before [rain|supper|a storm]
    like {a:profession} on {weekday}
    like {a:adj.thing} {object} in {a:spotone}
    like {a:adj.person} {profession} at [church|dinner|a wedding|the {inn}]
    like {a:object} [in the dark|left out in the rain|with a loose handle]`,
  spotone: words(`cellar, empty room, loft, crowded shop, back yard, cold church, barn, coat pocket`),
  saying: `
    {virtue} is cheaper than {stuff}
    {a:adj.thing} {tool} makes {a:adj.person} {worker}
    {vice} spoils more {goods} than [frost|water|fire|rust] ever did
    whoever hurries the {stuff} will [wait|pay] for the {good}
    {a:good} is [finished|sold|judged] by its {part}
    nobody buys {a:good} for the sake of its {part}
    the {tool} remembers what the hand forgets
    {a:adj.bad} {topic} costs more than {a:adj.good} {good}
    there is no {virtue} in {a:adj.thing} {tool}
    {virtue} in {month} means [profit|bread|peace] in {month}
    one {adj.good} {good} sells {n} others
    {vice} and {stuff} should never share a roof`,
  speech: `
    {cap:saying}
    The {stuff} will not [wait for|listen to|forgive] us
    I have seen {nn} {goods} this {season} and not one without {flaw}
    Ask {Rn}, who [sold|weighed|carried|ordered] it
    If the {part} [holds|fails|moves|warps], everything else does
    You can have it [cheap|soon|quickly], or you can have it with {mark}
    {cap:n} [days|weeks] is not long for {a:adj.thing} {good}
    Nobody in {near} would [pay|offer|give] {money} for that
    I would rather {act} twice than explain {flaw} once
    Put the {tool} down and look at the {part}
    It was never the {tool}, it was the {stuff}
    Then we shall {act} again, and again on {weekday}
    We [said|promised|wrote] {month.far}, and we [shall|must|will] keep to it
    No {worker} who cannot {act} should [sell|show|price] {others}
    Show me {mark} and I will [pay|sign|say no more]
    The {office} counts {goods}, not excuses
    There is {flaw} in [every|each] {ord} one
    My {object} is worth more than this {stuff}
    Leave the {stuff} until {weekday} and try it then
    I can [smell|hear|feel] when the {stuff} is [ready|wrong|too dry]
    {far} knows [nothing|little] about {craft}, and less about {stuff}
    It [rained|froze|thawed] for {n} days and you ask me about {goods}
    Weigh it again, with {Rn} watching`,
};

/** One word or phrase per line, from a list with commas. */
function words(text: string): string {
  return text.replaceAll(/,\s*/g, '\n');
}
