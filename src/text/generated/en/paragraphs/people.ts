/** Paragraphs in which people talk, write, teach and quarrel. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'dispute.open': `
    {when} {P} and {Q} [fell out|disagreed|quarrelled] over {trouble}.
    The [argument|dispute|disagreement] about {trouble} began {where}, over {a:adj.bad} {topic}.
    There were two [opinions|parties|schools] about {trouble}, and {P} [led|spoke for|belonged to] the first.
    {Q} [did not agree|would hear none of it|thought otherwise], and said so {where}.`,
  'dispute.body': `
    {P} [held|argued|insisted] that {cause}; {Q} [blamed|pointed to|would only speak of] the {tool}.
    "{speech}," said {Pn}. "{speech}," {Q} [answered|replied|returned], [and shut|without looking at|and leaned on] the {object}.
    {Q} brought {a:document} from {year.past}, which showed {nn} {goods} with {flaw}, and [read it aloud|laid it on the table|asked for an explanation].
    [Half|Most|Two thirds] of the {shop} sided with {Po}, [partly|mainly] because {reason}.
    They [wagered|staked|agreed on] {money} and {a:adj.thing} {object}, with {Rn} to hold the stakes.
    {P} called it {a:adj.bad} {topic}; {Q} called it {virtue}, and [there it rested|neither would move|the {soundof} drowned the rest].
    For {n} days they [spoke|worked|ate] apart, one {where}, the other {where}.
    {Rn}, who {traitless}, [tried|offered|was asked] to judge between them and [gave up|pleased neither|asked for a week].
    The [heart|root] of the matter was the {part}: should one {act} before it is dry, or {act} first?
    {Q} [did the sum|reckoned it up] on {a:object}: {nn} {goods} spoiled, at {money} each, {although}.
    {P} [granted|admitted|allowed] that {flaw} was possible, but not that {a:worker} with any {virtue} could miss it.
    "{speech}," {P} [remarked|muttered|said at last], [closing|turning over|weighing in one hand] {a:adj.thing} {object}.
    [Old grievances|Other things] came up as well: {a:adj.thing} {object} lent in {year.past}, {a:document} never signed, {a:topic} about {food}.`,
  'dispute.close': `
    In the end they agreed to [wait until|try it on|settle it by] {weekday}, and to let the {good} decide.
    Neither of them gave way, but {when} both [began|went back] to {act}.
    {Rn} [carried|took|shared] the news to the {inn}, where it [grew|improved|was doubled] by {nn} {goods}.
    It was, as {Q} admitted [afterwards|years later|to {Rn}], {a:adj.bad} {topic} about {a:adj.good} question.
    That night {P} [walked|sat|stayed] {where} until the {soundof} stopped, thinking about the {part}.`,

  'letter.open': `
    {date} a letter [came|arrived|was brought] from {far}, sealed with [brown|green|black] wax and addressed to {Pf}.
    {P} [wrote|sent a letter] to the {office} at {far} {date}, {n} pages in {a:adj.thing} hand.
    Of the letters that passed between {town} and {far}, {n} [survive|have been kept|are worth quoting].
    The answer from the {office} took {n} days and came by {vehicle}, because {reason}.`,
  'letter.body': `
    "We [beg|are obliged|have the honour] to remind you," it [began|ran|read], "of {order}, promised for {month}."
    "As to {trouble}," {P} wrote, "we can only [report|suppose|say] that {cause}."
    "The {road} is [bad|open again|under water]," {P} [added|wrote] below, "and {a:vehicle} from {near} now costs {money}."
    The second page [spoke|treated] of {food}, the {weather.noun} and {a:adj.person} {profession} who {traitless}.
    "{cap:saying}," the writer [reflected|observed], "but you will not [thank|believe] me for saying so."
    {Q} read it {adv}, [underlined|copied out|laughed at] one sentence, and [put|pinned|filed] it {where}.
    "I enclose {a:document} for {money}," it went on, "[less|besides|together with] {money} for the {object} that was broken."
    In a postscript there was a question: could the {shop} also [make|send|supply] {nn} {others} before the {weather.noun}?
    "[Pray|Kindly|Please] [ask|tell|remind] {Rn} about the {tool}," {P} wrote, "which has been in your {spot} since {year.past}."
    "You will find {flaw} in one {good} out of {n}," the [inspector|clerk|buyer] complained, "and the {part} is {adj.thing}."
    The reply was [drafted|written out|argued over] {n} times, for {P} wanted {virtue} in it and {Q} wanted {virtue}.
    It ended, as such letters do, with {n} lines of compliments and {a:adj.bad} {topic} about the carriage.`,
  'letter.close': `
    {P} [folded|laid aside|locked up] the letter and went to {act}.
    The letter is [still|now] kept in {a:building} at {far}, between {a:document} and {a:document}.
    No [answer|reply] was sent until {weekday}, by which time {Q} had [begun to {act}|found {a:tool2}].
    "{speech}," was all that {P} said when {q} had finished reading.`,

  'meeting.open': `
    {date} the {office} met {where} to [consider|discuss|decide on] {trouble}.
    A meeting was called {where} for {weekday} [evening|at six|at noon], and {nn} people came.
    The {inn} had [never|seldom] held so many {workers} as on the evening when {short} [was discussed|came up].
    {P} did not [like|trust|enjoy] meetings, but this one, {where}, could not be avoided.`,
  'meeting.body': `
    {P} spoke [first|for {n} minutes|last], {adv}, and [asked for|proposed|moved] {a:document} to be drawn up.
    {Rn}, [in the chair|who kept the minutes|for the {office}], [wished|asked|wanted] to know who would pay the {money}.
    [An old|A young|A visiting] {profession} [rose|stood up] and said that {saying}, which was [applauded|ignored|written down].
    The vote was {nn} to {n}, with {n} [abstaining|asleep|out of the room|still arguing].
    "{speech}," somebody called from the back, and there was [laughter|silence|a scraping of chairs].
    {Q} [read out|passed round|explained] the figures: {nn} {goods} finished, {nn} begun, {n} with {flaw}.
    It was [proposed|suggested|moved], and [seconded|opposed|amended] by {Rn}, that the {shop} should {cure}.
    There was {a:adj.bad} {topic} about the {building}, which took [an hour|up half the evening|longer than the business].
    [Somebody|The {profession}] had brought {food} and {food}, and by [eight|nine|ten] o'clock the {spot} smelled of {smellof}.
    The {profession} from {near} [warned|reminded|told] them that the {road} would be closed [from|until] {month}.
    {P} laid {a:good} on the table, [turned|tapped|tilted] it so that all could see the {part}, and sat down.
    "{speech}," {Q} said, and {a:adj.person} {profession} [nodded|coughed|wrote it down].`,
  'meeting.close': `
    They [parted|broke up|went home] after [ten|eleven|midnight], with {a:document} signed by {n} of the {nn}.
    The minute in the book is {n} lines long and [mentions|leaves out|misspells] the {good}, the {landmark} and {Rn}.
    So it was [settled|agreed|decided]: the {shop} would {cure}, and the {office} would [wait|pay half|send {a:profession}].
    Nothing was [settled|decided|signed], yet {P} walked home {adv}, past the {landmark}.`,

  'lesson.open': `
    {when} {P} [began|undertook|was asked] to teach {Qo} the trade.
    [Learning|To learn] {craft} takes {n} years, and the first [goes|is spent] in [sweeping|carrying|watching].
    {Q} [came|had come] to the {shop} knowing nothing of {stuff}, and [said so|did not hide it|learned it slowly].
    The {shop} took {n} [learners|apprentices] in {year}, of whom {Q} was the [oldest|quickest|most {adj.person}].`,
  'lesson.body': `
    "{speech}," {P} told {qo}, and made {qo} {act} {nn} times [over|before dinner|on the same {part}].
    In the first week {q} was [allowed|told] to {act}; in the second, to {act}; [after that|by {month}], to {act}.
    {Q} [spoiled|ruined|dropped] {nn} {goods} before one showed {mark}, and [hid|buried|kept] the worst of them {where}.
    {P} [never|seldom] explained; {p} [took|moved] {qs} hand, [set|turned] the {tool}, and went away.
    "Why must one {act} first?" asked {Qn}. "{speech}," said {Pn}, which was [no answer|an answer of a kind|true].
    [One evening|One {weekday}|That month] {q} {past:act} {adv} for the first time without {flaw}, and [told|woke|ran to] {Rn}.
    {P} set a test: {nn} {goods} in {n} days, with {a:adj.thing} {tool} and no help from {Rn}.
    {cap:q} wrote everything down in {a:object.note}: how long to {act}, how hot, how dry, how [often|soon] to {act}.
    The hardest thing, {q} found, was not to {act} but to [stop|wait|know when to leave it alone].
    [Mistakes|Failures] were entered on {a:object.note} {where}, with the date, and {P} [read|initialled] them {adv}.
    {P} paid {qo} {n} {coins} a week, with {food} on {weekday}, [rising|to rise] by {n} {coin.small} if the {part} [improved|held].
    [Praise|A good word] was rare: {n} times in {nn} weeks, by {Qs} own count.`,
  'lesson.close': `
    By the end of {month} {Q} could {act} [unwatched|alone|as well as {Rn}], and {P} gave {qo} {a:adj.thing} {tool}.
    "{cap:saying}," {P} said, and for once {q} [understood|believed it|did not argue].
    Nobody is [born|made] {a:worker} in {a:season}, but {Q} had [begun|made a start|lost the fear of {stuff}].
    {Q} kept that first {good}, with {flaw}, on a shelf {where} for [years|the rest of {qs} life].`,

  'visit.open': `
    {date} {a:adj.person} {profession} [called|arrived|appeared] at the {shop} from the {office} at {far}.
    Visitors were [common|rare|unwelcome] in {month}, and {P} [received|met] this one {where}.
    The [inspector|examiner|agent] of the {office}, {Rf}, came to {town} by {vehicle} {date}.`,
  'visit.body': `
    {Rn} asked to see the {spot}, the {stuff} and [the books|the {tool}|{nn} {goods} chosen at random].
    {P} [showed|led] the visitor {where}, past {nn} {goods}, {a:adj.thing} {object} and {a:adj.person} {animal} asleep on {a:garment.one}.
    "{speech}," said {Pn}, when the talk turned to {trouble}.
    The visitor [ran a thumb|held a lamp|laid a rule] along the {part}, {adv}, and [wrote|noted] something in {a:object.note}.
    {Q} [offered|brought|apologised for] {food} and {food}, which {Rn} [accepted|declined|ate standing].
    [Out of|Among] {nn} {goods}, {n} had {flaw}, [about what|no more than|rather less than] one would find at {near}.
    They [talked|disagreed] for [an hour|half the afternoon] about {far}, where {workers} {next} with {a:tool2}.
    {Rn} wished to {act} with {ps.R} own hands, and [managed it|did it badly|cut a finger] while {Q} looked [away|on].
    [Nothing|Little] was said about the {money}, though {everyone} [was thinking of it|had expected it].
    "{speech}," the visitor remarked, [buttoning|brushing|looking for] {a:garment.one}, and {P} did not [contradict|answer|smile].
    At the door {Rn} [bought|ordered|asked the price of] {a:adj.thing} {other} and [paid|promised|left] {money}.`,
  'visit.close': `
    The report, when it came {n} weeks later, [praised|mentioned|faulted] the {part} and said nothing of the {object}.
    {when} the {vehicle} [left|drove off|was heard] on the {road}, and the {shop} [breathed again|went back to work].
    "{speech}," said {Qn}, and everybody [laughed|went back] to the {stuff}.`,

  'custom.open': `
    [Each year|Every {month}|In most years] the {workers} of {town} [keep|kept|hold] a day of their own, with {food} and {a:adj.good} procession to the {landmark}.
    There was an old custom at {town}, [first recorded|described|forbidden for a while] in {year.past}.
    [Before|After] the first {good} of the {season} was sold, it was [carried|paraded|shown] round the {building} {n} times.`,
  'custom.body': `
    The [youngest|oldest] {worker} [walked|rode] in front with {a:tool}, and {a:adj.person} {profession} [followed|came behind] with {a:adj.thing} {object}.
    {P} [carried|decorated|gave] {a:good} with {mark}, and {Q} [led|held back] the {animal}.
    At the {landmark} everybody [drank {n} cups|sang {n} verses|ate {n} pancakes], {although}.
    A fine of {money} was [taken|asked] from anyone who [spoke of|mentioned|complained of] {trouble} before [noon|dark].
    {Rn} had [played|beaten] the drum since {year.past}, {adv}, and [refused|hoped] to be relieved.
    There was a race along the {road}, each runner with {a:other} [on one shoulder|in both arms|balanced on the head].
    The {inn} gave {food}; the {office} gave {money}; the rain, [usually|that year], gave the rest.
    [Strangers|Visitors from {far}] thought it [foolish|charming|a waste of {food}], and were given {a:adj.thing} {garment} to wear.
    A speech was [made|read] from the steps of the {building}: {saying}, and so forth, for {nn} minutes.
    By [four|five|six] o'clock {street} smelled of {smellof} and {smellof}, and {nn} {goods} had been sold.`,
  'custom.close': `
    The next morning the {shop} opened [an hour late|as usual|without {Rn}], and {P} [swept|counted|yawned] {adv}.
    Nobody at the {inn} could say [what it meant|how it began], and nobody, {Rn} least of all, [wished|proposed] to stop.
    By {weekday} the {landmark} had been [swept|cleared] of straw, and only {a:adj.thing} {garment.one} on a branch [recalled|remained of] the day.
    {P} [allowed|gave] the day without pay lost, [once a year|out of respect for {saying.short}|and worked it off in {month}].`,
};
