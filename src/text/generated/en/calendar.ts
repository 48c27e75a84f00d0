/** Weather by season: a noun for the spell, and whole sentences without their capital. */
export const WEATHER: Readonly<Record<string, string>> = {
  'noun.spring': 'rain\nthaw\nsleet\neast wind\nshowers\nlate frost\nmud',
  'noun.summer': 'heat\ndrought\nthunder\nsunshine\ndust\nhaze\ndry wind',
  'noun.autumn': 'fog\nrain\ngales\nmist\nwind\nearly frost\ndrizzle',
  'noun.winter': 'snow\nfrost\nice\nsleet\nnorth wind\nfog\nhard frost',
  'sentence.spring': `
    the thaw came [late|early|overnight], and the {river} carried [ice|branches|hurdles and hen-coops] past the {landmark} for {n} days.
    buds [opened|showed] on the {landmark} side of {street} {n} days before the usual time.
    in {month} it rained on {nn} days out of thirty, and the {road} [turned to|became] soup.
    an east wind dried the {spot} in {n} days and chapped every hand in the {shop}.
    swallows [came|returned] to the {building} [in the second week|at the end] of {month}, {n} days after the last snow.`,
  'sentence.summer': `
    the heat [lay|stood] over {hill} for {nn} days, and dogs slept under every {vehicle} in {street}.
    no rain fell between {weekday} and the end of {month}, so the {river} shrank to {n} pools below the {landmark}.
    thunder [rolled|walked] round {hill} every evening, but the rain [fell|went] to {near}.
    dust from the {road} [settled|lay] on {goods}, on {food} and on the {soundof.place}.
    by {n} in the morning it was too hot to {act}, and the {shop} [worked|opened] from first light instead.`,
  'sentence.autumn': `
    fog [came up|rose] from the {river} each evening and was not gone before {n} the next morning.
    leaves from the {landmark} blew along {street} and [choked|blocked] the drain of the {building} {n} times in a week.
    the first frost [fell|came] in the night before {weekday}, and the {landmark} was white as far as {hill}.
    gales took {nn} slates from the {building} and the weathercock from the {inn}.
    it was {a:month} of short days, {smellof} and {smellof}, with {sky} most mornings.`,
  'sentence.winter': `
    snow closed the {road} for {n} days, and the post came on foot [by way of|past] the {landmark}.
    the {river} froze from the {landmark} to the {building}, thick enough for {a:vehicle} by {weekday}.
    the water in the {spot} had to be broken with {a:tool} every morning for {n} weeks.
    icicles [a yard|two feet|an arm] long hung from the {building}, and a path of {stuff.ash} was laid along {street}.
    there was frost inside the windows of the {shop}, and {Pn} [wrote|drew] the day's figures in it with a thumb.`,
};

/** Names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Days by month of an ordinary year. */
export const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Names of the days of the week. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The season of a month (0 is January). */
export function seasonOf(month: number): 'winter' | 'spring' | 'summer' | 'autumn' {
  return (['winter', 'spring', 'summer', 'autumn'] as const)[Math.floor(((month + 1) % 12) / 3)]!;
}
