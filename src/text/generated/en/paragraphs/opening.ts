/** Paragraphs that open an essay: the place, the people, the craft, what the work needs. */
export const OPENING: Readonly<Record<string, string>> = {
  'setting.open': `
    {town} [lies|stands|sits] where the {road} [meets|crosses|leaves] the {river}, [some|about|a little under] {nn} miles from {far}.
    [Travellers|Carriers|Strangers] who come to {town} by the {road} see the {landmark} first, then the {building}, and only then the roofs of {street}.
    Between {hill} and the {river} there is [room|space|level ground] for [one street|a single row of houses|little more than a market], and that is where {town} was built.
    In {year} the town of {town} had {nn} [houses|chimneys|households], {n} [wells|inns|bakers], {a:building} and one {shop}.
    Nobody goes through {town} by accident, since the {road} ends at the {landmark} and the {river} [runs too fast for boats|is too shallow for barges|floods every {month}].
    The {shop} at {town} stood on {street}, [opposite|behind|two doors from|next to] the {building}, and [could be found|was known] by the smell of {smellof}.
    [Maps|Guides|Almanacs] of {year.past} already [mark|mention|name] the {shop} at {town}, between the {landmark} and the {building}.`,
  'setting.body': `
    The {river} [bends|divides|slows] below the {landmark}, and [in most years|after a wet {month}|when the snow goes] the lower gardens [stand|lie] under {n} inches of water.
    {cap:street} was [paved|widened|drained|lit] in {year.past}, and [people still complain|the older shopkeepers still boast|nobody has forgotten] that it cost {money}.
    On {weekday} the {inn} [fills|is full] with [carriers|drovers|bargemen|farmers] from {near}, who talk of {stuff}, of {food} and of the {road}.
    From the {building} one can see {hill}, the {landmark} and, on [clear|cold|still] days, the smoke of {near}.
    The {soundof} [can be heard|carries] as far as the {landmark}, and people [set|judge|keep] their [clocks|dinners|appointments] by it.
    There were {n} other {workers} in the district, but [none|only one] of them worked in {stuff}, and [none|not one] had {a:tool} worth the name.
    Most of the {stuff} came down the {road} by {vehicle}, {n} or {n} loads a [month|season|year], and was [weighed|unloaded|counted] beside the {building}.
    The soil round {near} is [thin|heavy|stony|wet], so that [people lived|half the district lived] by {craft} and by [carrying|fishing|quarrying|grazing].
    Inside, the {shop} was [long and low|darker than it needed to be|cold until noon|swept twice a day]; the {spot} held {nn} {goods}, {a:adj.thing} {object} and {a:adj.thing} {tool}.
    A visitor from {far} [wrote|remarked|noted] in {year.past} that {town} had "{a:adj.good} {building}, {a:adj.bad} inn, and more {goods} than chairs".
    The houses near the {landmark} are of [brick|grey stone|timber and plaster|flint], with [slate|reed|tile] roofs and {adj.thing} doors painted [green|blue|brown|ochre].
    Every {month} the {office} [held|gave|arranged] {a:adj.good} supper at the {inn}, with {food}, {food} and {n} kinds of ale.
    {cap:weather.sentence}`,
  'setting.close': `
    It was here, in the {season} of {year}, that the [matter|business|affair] of {short} began.
    What follows is [an account|the story|a plain record] of how the {shop} [tried|undertook|set out] {aim}.
    In such a place {a:order.good} is never only {a:good}, and {a:worker} is never only {a:worker}.
    So much for the town; the [rest|story] belongs to the {shop} and to the people who worked there in {year}.
    [Little|Not much] of this has changed since {year}, except the {building} and the price of {stuff}.`,

  'person.open': `
    {P} [kept|ran|managed|had charge of] the {shop}, and {trait}.
    The {adj.thing} sign over the {shop} [bore|carried] the name of {Pf}, {epithet}.
    Of all the people at the {shop}, {P} was the one whom strangers [remembered|asked for|misjudged].
    {P} had come to {town} in {year.past} with {a:adj.thing} {object}, {a:adj.thing} {tool} and {money}.
    [Those|People] who knew {Po} [best|longest] said that {Pf} {trait}.`,
  'person.body': `
    {P} {trait}, and [in all those years|by common report|as far as anybody knew] {p} {trait}.
    At {age} {p} was {a:adj.person}, {adj.person} [person|soul|neighbour], who {trait}.
    {cap:p} had [learned|picked up] the trade at {near}, under {a:adj.person} {worker} who {traitless}.
    {when}, {p} could be found {where}, [busy|content] with {a:adj.thing} {object} and {a:document}.
    [Customers|Neighbours|The younger hands] found {po} {adj.person} at first and {adj.person} [later|in the end|after a year or two].
    {cap:ps} [hands|sleeves] smelled of {smellof}, and {ps} {adj.thing} {garment} hung on the same nail {where}.
    {Q}, {ps} [partner|oldest friend|neighbour|closest colleague], was {adj.person} where {p} was {adj.person}, and the two [got on well|quarrelled only about {s:topic}|balanced each other].
    What {p} valued in {a:worker} was {virtue}; what {p} could not [forgive|abide|understand] was {vice}.
    "{speech}," {p} used to say, and [nobody|hardly anybody|only {Rn}] [disagreed|argued|laughed].
    There was {a:adj.thing} {object} on {ps} bench, a [gift|relic|souvenir] from {far}, which {p} [never used|used every day|lent to nobody].
    In the [winter|summer|spring] of {year.past} {p} had [refused|accepted|returned] {a:document} from the {office}, {although}.
    {cap:p} paid {ps} bills on {weekday}, [slept|read|walked] on Sunday, ate {food} on {weekday}, and [voted|spoke|complained] [once a year|when asked|seldom].
    It was said that {p} could tell {mark} from {flaw} [in the dark|at ten paces|by the sound alone].`,
  'person.close': `
    Such was the person to whom the {office} at {far} [now wrote|turned|sent its {document}].
    [None of this|All of this] mattered when {a:good} [was wanted|had to be made|came into question], {when}, {where}.
    {Q} used to say that {town} could [spare|lose] the {building} more easily than {Pf}.
    That was why, {when}, everybody looked to {Po} [for {a:topic}|first|and waited].`,

  'craft.open': `
    [Making|To make] {a:good} [asks|calls] for {virtue}, and {craft} [rewards|forgives] very little else.
    The work [goes|went|was done] in an order that has [hardly|never|scarcely] changed since {year.past}.
    {P} [explained|described|taught] {craft} as a matter of {n} [steps|stages|decisions], each of which can ruin the last.
    [People|Buyers|Visitors] suppose that {a:good} begins with {stuff}; in truth it begins with {a:tool} and some {virtue}.
    There are {nn} ways to make {a:good}, and {P} [held|believed|maintained] that all but {n} of them were wrong.`,
  'craft.body': `
    First it is necessary to {next}, which {P} did {adv}, [usually|always|as a rule] {where}.
    Then comes the [moment|time|need] to {next} and, [if the {stuff} allows|when the weather is dry|after a pause], to {next}.
    Nobody should {next} before the {stuff} is ready; {P} once [lost|spoiled|threw out] {nn} {goods} that way.
    To {next} takes [half a day|{n} hours|a whole morning|longer than one thinks], and most of it is {virtue}.
    {P} liked to {next} {adv}, with the {soundof} [for company|in the background|outside], and would not be [hurried|interrupted|helped].
    The {tool} must be [clean|sharp|warm|well oiled] before one can {next}, or there will be {flaw} [by {weekday}|within the month|where it is least wanted].
    It is when you {next}, said {Pn}, that the {stuff} [shows|tells you|decides] what it is worth.
    [A good|A quick|A practised] {worker} can {next} in {n} minutes; {Q}, who was learning, [needed|took] {nn}.
    Some {workers}, in {far} [especially|for instance|above all], {next} twice, but {P} [thought|called] that {a:adj.bad} {topic}.
    If {flaw} appears, the only [remedy|answer|cure] is to {next} [again|from the beginning|with {a:tool}] and say nothing.
    For the {part} {P} [used|preferred|kept back] {stuff2}, because it [takes|bears|hides] {n} times the wear.
    At last one may {next}, and [here|at this point] {P} [always|invariably] [slowed down|sent everybody out of the {spot}|took off {ps} {garment}].
    What remains is to {next}, a task for [the evening|a wet day|the end of the week] that [apprentices|beginners] [hate|neglect|enjoy].`,
  'craft.close': `
    A [good|finished|proper] {good} shows {mark} and {mark}; [everything else|the rest] is [ornament|talk|trade].
    From first to last {a:good} [took|needed|cost] {n} days, {n} pounds of {stuff} and {a:adj.good} temper.
    "{cap:saying}," {P} [would add|said], putting the {tool} back {where}.
    When it is [done|finished], {mark} tells the buyer [more|all|enough], and no {document} is needed.`,

  'material.open': `
    Everything at the {shop} depended on {stuff}, and {stuff} [depended|depends] on {month}.
    The best {stuff} [came|was brought] from {near}, where {a:adj.person} {profession} [sold|stored|sorted] it by the {vehicle}.
    {cap:stuff} is [not|never] all of one kind, and {P} [bought|judged|chose] it {adv}.
    In {year} the price of {stuff} stood at {money} [a load|the hundredweight|a measure], against {money} in {year.past}.`,
  'material.body': `
    {P} [tested|tried|examined] each load with {a:tool}, {adv}, before {p} would [sign|pay|let it be unloaded].
    {cap:stuff} from {far} was [cheaper|cleaner|darker|heavier], but it [brought|carried] {flaw} with it [one time in {n}|every wet year|now and then].
    It had to lie {where} for {n} [weeks|months|seasons], [covered with|away from|turned over beside] {stuff2}, until {mark} could be expected.
    A [single|spoiled] load of {stuff} means {flaw} in {nn} {goods}, and no {virtue} at the bench can [mend|undo] it.
    {Q} [kept|wrote] the stock book: {nn} loads in {month}, {nn} in {month}, and [none|only {n}] when the {road} was closed.
    The {profession} at {near} [mixed|stretched|adulterated] the {stuff} with {stuff2}, or so {Rn} [believed|claimed|told everybody].
    There were years when {stuff} could not be [had|bought|carried] at all, because {reason}.
    [Rats|Damp|Thieves|Moths] took about one part in {nn}, a loss which {P} entered {adv} under "{s:topic}".
    For the finer {others} {P} mixed {stuff} with {stuff2}, {n} parts to one, and told [nobody|only {Qo}|anyone who asked].
    One {season} {a:vehicle} of {stuff} [went|slid|was driven] into the {river} near the {landmark}, and {town} [talked of it|fished it out] for {n} [days|weeks].`,
  'material.close': `
    So the {stuff} was [bought|stored|sorted], {nn} loads of it, and [work|the season's work] {where} could begin.
    "{cap:saying}," said {Pn}, and [bought|ordered|weighed] {n} loads more.
    By {month} the {spot} [was full|held {nn} loads], and {Q} had [begun|started] to {act}.`,

  'tool.open': `
    The {tool} that {P} used was [older|heavier|plainer] than {ps} own {object}, and [worth more|better kept|less admired].
    A word must be said about the {tool}, since [so much|half the argument|the whole method] turned on it.
    {P} owned {n} kinds of {tool}, and [lent|sharpened|carried] none of them {adv}.
    In the {spot} hung {a:tool2}, {a:tool} and [a row of|some {nn}] [hooks|handles|spare blades] in order of size.`,
  'tool.body': `
    It had been made at {far} in {year.past}, of {stuff2} and [iron|brass|boxwood|steel], for {money}.
    The handle was worn [hollow|thin|smooth] by {n} [different hands|pairs of hands|right hands and one left], and fitted {Ps} [grip|palm] {simile}.
    With it one could {act} in {n} minutes; without it the same work took [an hour|a morning|{nn}].
    {Q} [bought|borrowed|ordered] a new one from {far}, with {a:adj.thing} handle, and [regretted|returned|sold] it {when}.
    [Once a week|Every {weekday}|Twice a month] it was [cleaned|oiled|ground|checked] {where} and [wrapped|hung up|laid] in {a:garment.one}.
    A [bad|blunt|dry] {tool} leaves {flaw}, and the buyer sees it [at once|in the first week|when the light is low].
    {Rn} tried to {act} with {a:tool2} instead, which [amused|alarmed|angered] everybody {where}.
    [When|If] the {tool} is right it makes a sound {simile}, and {P} listened for it {adv}.
    The {office} once [offered|sent] {money} for it, to be shown in {a:building}, and got {a:adj.thing} {object} instead.
    It lay {where} all that {season}, [under|beside] {a:adj.thing} {object}, because {reason}.`,
  'tool.close': `
    {cap:saying}, and the {tool} at {town} had [much|a great deal|{n} {season}s] to remember.
    [Tools|Such things] outlast [quarrels|masters|fashions]; this one outlasted {trouble}, {Rn} and {n} roofs.
    {when}, {P} [set|put|hung] it back {where} and [locked|swept|left] the {spot}.`,
};
