/** Paragraphs of trouble, weather, road, market, figures, and how it ended. */
export const EVENTS: Readonly<Record<string, string>> = {
  'trouble.open': `
    Then, {when}, came {trouble}.
    The [first|earliest] sign of {trouble} was [small|easy to miss|noticed by {Rn}]: {flaw} on a single {good}.
    All went [well|smoothly|as usual] until {month}, when {P} [found|met with|had to report] {trouble}.
    {date} {P} [took|lifted|picked] {a:good} from the {spot} and saw {flaw}.`,
  'trouble.body': `
    [At first|For {n} days] nobody [worried|spoke of it|thought much of it], {although}.
    By {weekday} there were {n}, by {weekday} {nn}, each with {flaw} in the same [place|part|corner].
    {P} [suspected|blamed|examined] the {stuff}, then the {tool}, then [the water|the weather|{ps} own hands].
    The {office} had been promised {count} {goods} by {month.far}, and {nn} days were left.
    {Q} [proposed|offered|wanted] to {act} again from the beginning; it [cost|took] {n} days and [changed nothing|made things worse].
    "{speech}," said {Qn}, [setting down|pushing aside|kicking] {a:adj.thing} {object}.
    They [counted|laid out|sorted] the {goods} {where}: {nn} sound, {nn} doubtful, {nn} fit only for [the fire|the heap|{near}].
    [A neighbour|{Rn}|The {profession}] [swore|remembered|wrote] that the same had happened at {near} in {year.past}, when {reason}.
    It was not [only|just] the {money}; it was that {a:adj.good} name takes {n} years to [make|earn] and {a:season} to lose.
    {P} [slept|sat|stayed] {where} for {n} nights, with {a:adj.thing} {object} and {a:tool}, [watching|listening to] the {stuff}.
    [Customers|Buyers] from {far} began to [ask|write|stay away], and one [returned|refused] {nn} {others} without {a:document}.`,
  'trouble.close': `
    So the question was no longer [when|how soon] but whether the {shop} at {town} could {aim.bare}.
    "There is a reason," said {Pn} {where}, "and it is not {weather.noun}, nor {stuff}, nor {vice}."
    {when} there was no longer any doubt, {where} or elsewhere: something was wrong with the {part}.
    Of {short}, for the present, nobody {where} [spoke|dared to speak], not even {Rn}.`,

  'weather.open': `
    The {season} of {year} was [wetter|drier|colder|longer|milder] than any since {year.past}.
    {cap:weather.sentence}
    {date} the wind [went round|changed|dropped], and there was {sky}.
    [All through|For most of|At the beginning of] {month} there was {sky}, and {a:worker} could do little but {act}.`,
  'weather.body': `
    {cap:weather.sentence}
    The {river} [rose|fell|froze|slackened] {n} inches in {n} days, and the {landmark} [stood in water|could be crossed on foot|was cut off].
    In such weather the {stuff} [swells|dries|sweats|turns] too [fast|slowly], and {P} [moved|covered|turned] it {adv}.
    {P} wrote in {a:object.note}: "{cap:sky}; {past:act} until noon; {nn} {goods}."
    The glass in the {building} stood at {n} below [fair|change|the usual mark], and {a:adj.person} {profession} [tapped|consulted] it {adv}.
    [Sheep|Geese|Cattle] were [moved|driven] from the {landmark}, and the {vehicle} from {near} [came late|turned back|needed {n} horses].
    {Q} [stopped|stuffed|nailed over] the draught in the {spot} with {a:garment.one} and {stuff2}.
    After {n} [days|nights] of {weather.noun} the roof of the {building} [let in|lost|shed] [water|{n} slates|a gutter].
    [Old people|Carriers|Bargemen] [said|recalled] that in {year.past} there had been {weather.noun} until {month}.
    The {soundof} [could not be heard|sounded nearer|stopped], and the air {where} smelled of {smellof}.
    Work [began|ended] by lamplight; to {act} with cold fingers is {a:adj.bad} [business|trade], and {nn} {goods} [suffered|showed it].`,
  'weather.close': `
    When it [cleared|ended|let up], {n} days had been lost and the {stuff} had [gained|lost] a tenth of its weight.
    "{cap:saying}," said {Pn}, looking at {sky}.
    {when} the sun [came out|returned], and {Q} [carried|dragged] everything into the {spot} again.
    Such weather [belongs|is common enough] in {month.now}, but that year it fell on {short}.`,

  'journey.open': `
    {date} {P} set out for {far} by {vehicle}, with {n} {goods} packed in straw.
    It is {nn} miles from {town} to {far} by the {road}, and {P} [meant|hoped|had promised] to do it in {n} days.
    Since no {profession} could be [spared|trusted|hired], {P} [went|travelled] to {far} in person.
    The {road} to {far} [climbs|winds|runs straight] past the {landmark}, and {P} knew every [stone|puddle|gate] of it.`,
  'journey.body': `
    At {near} the {vehicle} [lost|broke|shed] a [wheel|spoke|shoe], and {P} [waited|walked|slept] {where.far} for {n} hours.
    {cap:p} shared [the bench|a room|{food}] with {a:adj.person} {profession}, who {traitless} and [talked|slept|sang] all the way.
    [Beyond|Past|Below] the {landmark} the {road} was {adj.bad}, with {sky} and [no shelter|{n} gates to open|one house in {n} miles].
    The toll was {money}; the keeper, {a:adj.person} {profession}, [counted|bit|weighed] every coin {adv}.
    On the [second|third] day {p} passed {nn} {s:vehicle} loaded with {stuff}, [going the other way|all bound for {near}|drawn by oxen].
    {P} [unpacked|checked|listened to] the {goods} at every halt: {n} had shifted, one had {flaw}.
    [For supper|At noon|In the evening] there was {food} with {food}, at {money}, which {p} [thought|called] {a:adj.bad} {topic}.
    A ferry [took|carried] them over the {river} [at dusk|in the rain|with the {animal} and {nn} {others}].
    {cap:p} [wrote|sent] a card to {Qo}: "{cap:n} miles to go; {sky}; the {part} holds."
    The streets of {far} were [full of|loud with] {s:vehicle}, and [nobody|only one {profession}] could [say|show] where the {office} was.
    At the {office} {p} was kept {n} hours [in a passage|on a bench] beside {a:adj.thing} {object}.
    [The clerk|{Rn}] [looked|went] {adv} through {nn} papers, found the {document}, and [stamped|signed|lost] it.`,
  'journey.close': `
    {cap:p} was home again in {n} days, with {money} [less|in {ps} boot|and {a:adj.thing} {object}].
    Of {far} {P} said only that {saying}.
    What {p} [brought|carried] back was not money but {a:adj.good} {topic}: how to {cure}.
    The way home seemed [shorter|longer], as it [does|will] after {a:adj.good} {topic}.`,

  'market.open': `
    {cap:weekday} is market day at {town}, and {P} had [a stall|the same pitch|{n} yards of table] {where}.
    [At|By] [six|seven|eight] in the morning the {building} was [surrounded by|full of] {s:vehicle}, {food} and {a:adj.person} {profession} shouting prices.
    The {month} market was [poor|crowded|the best of the year], though {reason}.`,
  'market.body': `
    {goods} [fetched|went for|were offered at] {money} each, {n} [less|more] than in {month}.
    {a:adj.person} {profession} from {near} [turned over|sniffed at|measured] every {good} and [bought|praised|refused] {n}.
    "{speech}," said {Pn} to a customer who [asked about|complained of|pointed to] the {part}.
    {Q} [called|wrote] out the prices: {goods} at {money}, {others} at {money}, [seconds|odd ones] at [half|whatever was offered].
    Next to them {Rn} sold {food} and {food}, and [shared|gave away] what was [broken|left|too ripe].
    Before noon {nn} {goods} were gone, [mostly|nearly all] to {a:profession} who [paid|bargained|carried] {adv}.
    {a:rival} from {far} had [a stall|{nn} {goods}] near the {landmark}, [cheaper|brighter|thinner], with {flaw} under the paint.
    The {office} [checked|tested|sealed] the weights with {a:object.note} and {a:adj.person} expression.
    {a:adj.thing} {other} was [stolen|dropped|traded for {food}], and {P} [shrugged|laughed|entered it as {vice}].
    [Farmers|Carters] wanted {others}; [townspeople|innkeepers] wanted {others}; nobody wanted {adj.thing} {others}.
    There was a [dispute|scuffle|misunderstanding] over change of {money}, which {Rn} settled {adv}.
    The price of {stuff} was [called|chalked up] at {money}, and {everyone} [groaned|began to reckon|looked at {Po}].`,
  'market.close': `
    When the bell [rang|stopped], {P} [had taken|counted] {money}, [against|less than|more than] {money} the year before.
    They packed {nn} unsold {goods} into the {vehicle} and [drove|walked] home past the {landmark}.
    {Q} [said|thought] it {a:adj.good} day; {P} [said|thought] that {saying}.
    That evening at the {inn} the talk was all of {stuff} and of {short}.`,

  'measure.open': `
    To find out [what was wrong|how bad it was|who was right], {P} began to measure.
    {P} took {nn} {goods}, [numbered|labelled|weighed] each, and laid them out {where}.
    Figures were wanted, and {Q} [fetched|borrowed|ruled lines in] {a:object.note}.
    The {office} asked for [figures|proof|a table]; {P} [supplied|drew up] one in {n} evenings.`,
  'measure.body': `
    The first {nn} weighed between {n} and {nn} ounces; the [heaviest|lightest] of them had {flaw}.
    Of {big} {goods} made since {month}, {nn} [were returned|failed|showed {flaw}], or about {n} in the hundred.
    {Q} [read off|called out] the numbers, {adv}, and {P} wrote them in {n} columns.
    With [dry|fresh|old] {stuff} the loss was one in {nn}; with [wet|stored|new] {stuff} it was one in {n}.
    They [repeated|made|did] it on {weekday}, at {n} o'clock, with {a:tool2} instead of the {tool}, and got {nn} against {nn}.
    The {part} was {n} [hundredths|lines|hairs] [thicker|thinner] than it had been in {year.past}, as {a:adj.thing} {other} from that year [proved|showed].
    A thermometer [hung|stood] {where} and was read {n} times a day for {nn} days, even [by {Rn}|on Sunday|during the {weather.noun}].
    {P} [drew|pinned up] a line on {a:document}: it [rose|fell|wavered] until {date.bare} and then [dropped|climbed|ran level].
    [The difference|This] came to {money} a week, or {big} {coins} in the year, which {Q} [doubted|checked|underlined].
    One {good} in {n} was [cut open|broken|left in water] [on purpose|to see the {part}], and {Rn} [could not watch|swept up].
    Nothing [changed|happened] when they {past:act} longer; but when they {past:act} {adv}, {n} faults in {nn} [went|vanished].
    [A mistake|An error] of {n} in the third column [cost|gave] them {n} days' confusion before {Q} found it.`,
  'measure.close': `
    The figures, {n} pages of them, pointed [one way|in one direction]: {cause}.
    {when} {Q} drew a line under the last column, and it was plain that {cause}.
    "{speech}," said {Qn}, and shut the {object}.
    Numbers do not [make|sell|mend] {goods}, {P} said, but they [end|shorten] {a:adj.bad} {topic}.
    That table, {n} columns by {nn}, [hung|is still] {where}.`,

  'accounts.open': `
    The books of the {shop} for {year} [have survived|are kept in the {building}|fill {n} volumes], and they are worth reading.
    {date} {Q} [made up|closed|balanced] the accounts of the {season}.
    [Trade|Money] was never {Ps} strong point, and {month} was [when bills came in|a lean month].`,
  'accounts.body': `
    For {stuff}, {money}; for {stuff2}, {money}; for [mending|replacing|sharpening] the {tool}, {money}.
    Wages came to {money} a [week|month] for {n} hands, [besides|with] {food} on {weekday}.
    The {office} [owed|had paid] {money}, {a:profession} at {near} {money}, and {Rn} [nothing at all|{n} {coins}|for {a:good} since {year.past}].
    {Q} [found|discovered] an entry of {money} for "{object}", which {P} [explained|remembered|denied] {adv}.
    {cap:n} {goods} were given to the {office}, [free|at half price|in return for {stuff2}], {although}.
    Rent [stood|was due] at {money} a quarter, payable {where} to {a:adj.person} {profession}.
    [Candles|Lamp oil|Firewood] cost more in {month} than {stuff} did in {month}, an oddity that {P} [blamed on|put down to] {vice}.
    {goods} brought in {nn} parts of every hundred; {others}, which {everyone} admired, [lost money|brought in {n}].
    {Q} [proposed|wished] to [raise|lower] the price of {a:good} by {n} {coins}, and {P} [agreed|refused] because {reason}.
    On the last page there is a drawing of {a:animal}, {a:adj.good} one, and the words "{saying}".`,
  'accounts.close': `
    What was left after {nn} weeks came to {money}, [enough for|the price of] {a:adj.thing} {object} and {n} loads of {stuff}.
    "{cap:saying}," said {Pn}, when {q} [showed|read] {po} the total.
    The column [balanced|came out right] at the [second|third|fourth] attempt, and {Q} [went to bed|opened a window|ate {food}].`,

  'night.open': `
    That night {P} could not sleep, and went down to the {spot}.
    [Late|Long after dark] {date}, there was [still|again] a light in the {shop}.
    There is a kind of thinking that [can only be done|goes best] at night, beside {stuff}.`,
  'night.body': `
    The {soundof} had stopped, and one could hear the {soundof} and, [farther off|beyond the {landmark}], the {river}.
    {P} [held|turned|warmed] {a:good} in both hands and [felt|looked] along the {part} {adv}.
    [What if|Suppose], {p} thought, it was not the {stuff} at all; suppose that {cause}?
    {cap:p} [lit|trimmed] a second lamp, [found|unhooked] the {tool}, and {past:act} {adv} until {n} o'clock.
    On the bench lay {a:document}, {a:adj.thing} {object}, and [half of|the rest of] {Ps} supper: {food} and {food}.
    {Q}, who had seen the light, came in with {a:adj.thing} {garment.one} over {qs} shoulders and asked [nothing|only one question].
    They [worked|sat|talked] until the {soundof} began, {where}, and used {n} candles.
    Outside there was {sky}; {a:animal} [crossed|sat in] {street} and [paid no attention|looked in].
    {cap:p} remembered {a:adj.person} {worker} at {near} who {traitless} and had [said|taught] that {saying}.
    "{speech}," {p} said aloud, to nobody, or to the {animal}.
    [Three|Four|Five] times {p} [began|tried] to {act}, and each time the {part} [gave|slipped|spoke] a little differently.`,
  'night.close': `
    In the morning there was {a:good} on the bench, with {mark}, and {P} asleep beside it.
    When {sky} came, {p} knew what [to do|to try|had been wrong].
    {P} [put out|turned down] the lamp and wrote one line on {a:document}: {saying}.`,

  'cure.open': `
    The answer, when {P} [came to it|found it], was [simple|almost foolish|not what {Rn} had expected]: {cause}.
    {date} {P} decided to {cure}, and [asked|told] nobody.
    What [settled|decided] it was a trial, proposed by {Q} and [made|held] {where}.
    One thing {P} had not yet tried, and that was to {cure}.
    {when}, {although}, {P} and {Q} [agreed|resolved] to {cure}.`,
  'cure.body': `
    It [took|cost] {n} days and {money}, {although}.
    {P} [gave|kept] half of the {goods} to the old way and [did|treated] the other half {adv}, so that nobody could [cheat|argue|doubt it].
    {Q} [watched|timed|recorded] every step: to {act}, {nn} minutes; to {act}, {nn}; to {act}, [the whole evening|{n} hours].
    On the {ord} day they [opened|took down|unpacked] the {goods} {where}, with {Rn} and {a:adj.person} {profession} as witnesses.
    The old lot had {flaw} in {n} out of {nn}; the new lot had it in [none|one|none at all].
    "{speech}," said {Rn}, who had been {adj.person} [till then|about the whole thing].
    {P} [tapped|weighed|turned over] the last {good}, found {mark}, and [breathed out|sat down|handed it to {Qo}].
    It meant [rising|starting] an hour earlier and {ing:act} twice, but nobody [complained|minded] after {weekday}.
    The {tool} had to be [altered|shortened|reground] for it, which {Rn} did for {money} and {food}.
    {Q}, [to be fair|it must be said], had [suggested|hinted at] something like it {where} in {month}, and {P} [said so|thanked {qo}|had forgotten it].
    Whether the {part} would [last|hold] through {month} was [another|a different] question, and {P} [said so|did not pretend otherwise].`,
  'cure.close': `
    From that day the {shop} never [again] made {a:good} without {ing:act} first.
    "{cap:saying}," {Q} [wrote|chalked] [above the bench|on the door|over the hearth], and {n} years later the words were [still there|almost gone].
    So {trouble} [ended|was mastered], {n} weeks after it had begun, and {P} {past:act} {adv}.`,

  'outcome.open': `
    {date} the last of {order} [left by|was loaded on] {a:vehicle}, {where}.
    {result}
    In {month} the {office} at {far} [sent|returned] its answer, and {P} read it {where}.`,
  'outcome.body': `
    The {office} [paid|sent] {money}, [less|together with] {n} {coin.small} for [carriage|the delay|straw], and {a:adj.good} letter.
    {P} [bought|ordered] {a:adj.thing} {object} with {ps} share; {Q} [saved|spent|lent out] the rest.
    {Rn}, who had [laughed|doubted|bet against them], [ordered|paid for|carried home] {n} {goods} and {a:other}.
    {cap:n} years later {nn} of the {goods} were [still in use|counted] at the {office}, each with {mark}.
    {Q} left {town} in {year.next} for {far}, where {q} [opened|kept|joined] {a:shop} and taught others to {act}.
    The {tool} [still hangs|now hangs] {where}, and [visitors|learners] are [shown|told about] it {adv}.
    {P} [went on|continued] to {act} every morning, [with|without] {Qo}, until {year.next}.
    [Other {workers}|The {workers} of {near}] [came|wrote] to ask how it was done, and {P} [told|showed] them {adv}, for nothing.
    The story was printed, with {n} errors, in {a:document.print} at {far}, and {everyone} at the {inn} [corrected|bought|quoted] it.
    A [street|bench|bridge] near the {landmark} [is|was] [named after|marked with] {Ps} {tool}, {although}.
    There was {a:adj.good} supper at the {inn}, with {food} and {food}, and {nn} people [came|sang|spoke].
    [Nothing|Not everything] was [mended|solved] by it: {stuff} still [rose|varied] in price, and the {road} still flooded.`,
  'outcome.close': `
    That is [all|as much as] the papers [tell|say] of {short}; the rest is {craft}.
    {cap:saying}, they say at {town}, and [perhaps|on this evidence] they are right.
    If you [pass|go] that way, ask {where} for {a:good}, and look at the {part}.
    [Such things|These are small matters that] are soon forgotten, but {a:good} with {mark} [is|remains] {a:adj.good} argument for {virtue}.
    {year.next} was [a better|another|a quiet] year, and {a:adj.person} {worker} could ask for no more.`,

  'reflect.open': `
    It may be asked what {a:good} has to [teach|say] about {virtue}.
    [Looking back|Reading the papers now], one is struck by how [much|little] depended on {virtue}, and how [much|little] on {stuff}.
    [Other towns|{near} and {far}] had {stuff} as good, and {tools} as sharp; what they lacked was {virtue}.`,
  'reflect.body': `
    {cap:virtue} is not the same as {virtue}, though [they look alike|both are praised] {where.general}.
    We [admire|remember] the {good} and forget {nn} {others} that were [broken|thrown away|sold cheaply] before it.
    {a:worker} who can {act} knows something about {stuff} that no {document} can [hold|teach|replace].
    {P} would have [laughed|shrugged] at such talk; {p} believed that {saying}.
    There is {vice} in every trade, and {craft} has [no more|rather less] of it than [banking|politics|the law|{profession.trade}].
    {cap:trouble} looked like {a:adj.bad} {topic} then; from here it looks like the [beginning|making] of the {shop}.
    It is easy to [say|write] that one should {act} {adv}; it is [harder|another thing] to do it {when.general}.
    Perhaps {Q} [put|said] it best, in a letter of {year.next}: "{cap:saying}."
    The difference between {flaw} and {mark} is often {n} minutes, or {a:adj.thing} {tool}, or {a:adj.person} neighbour.
    [Nobody|No one] now makes {a:good} in quite that way, and [few|not many] would pay {money} for it.
    Prices [pass|change], roads are moved, even the {river} shifts its bed; {craft} still begins when somebody has to {act}.`,
  'reflect.close': `
    At any rate, {a:good} is {a:good}, {saying}, and it is time to [go on|return] to {town}.
    But this is [wandering from|getting ahead of] the story of {short}, which {where} still had {n} weeks to run.
    That, at least, is how it [looks|seemed] from the {landmark} in {month}.`,
};
