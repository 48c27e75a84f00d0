/**
 * What an essay is about, five lines each: aim (infinitive) — short name of the matter — trouble (noun phrase) —
 * cause (clause in the past) — cure (verb phrase).
 */
export const ARCS = `
to deliver {order} before {month.far}
the order
the failure of every {ord} {good}
the {stuff} had been {stored} too near the {building}
store the {stuff} {where.fixed} for {n} weeks

to make {a:good} that could stand {n} winters out of doors
the winter {good}
a crack that opened with the first frost
the {part} dried faster than the rest
dry the {part} under a wet cloth

to win the prize of {money} offered by {buyer}
the prize
the rejection of {n} trial pieces
the {tool} pulled a little to the left
work from the right hand to the left

to replace all the {goods} of {buyer}
the replacement
the loss of {nn} {goods} in one {season.some}
the water of the {river} carried too much iron
use rain water instead of river water

to show that {craft} could be done with {stuff} from {near}
the trial
a fault that came and went with the wind
the door of the {spot.fixed} was left open on dry days
keep the door of the {spot.fixed} shut

to copy {a:adj.thing} {good} brought from {far}
the copy
a difference that nobody could name
the old makers had left out the {ord} step
leave the work alone for {n} nights

to train {n} new hands and still fill {order}
the double task
a run of faults that followed no pattern
two {tools} were not the same length
test every {tool} against the old one

to halve the time that {a:good} takes
the time question
the return of {nn} {goods} in a single week
the {stuff} was never given its rest
let the {stuff} rest from {weekday} to {weekday}

to settle an old account with {buyer}
the old account
a shortage of {stuff} that no book explained
the scale at {near} had been wrong since {year.past}
weigh every load twice

to move the {shop} across the {river} without losing a customer
the removal
the change in every {good} made on the new side
the new floor trembled when {s:vehicle} went by
bed the bench on {n} feet of gravel

to send {a:good} to the exhibition at {far}
the exhibition piece
the breaking of {n} pieces on the road
the straw was packed too tight round the {part}
pack each {good} in dry bran

to find out why the old {goods} lasted longer
the old question
the ruin of {nn} {goods} within {n} months
the {stuff} was cut in the wrong month
cut and store the {stuff} before {month.far}

to keep the {shop} open through the bad {season.some}
the bad season
the loss of {n} customers in a week
a rival had sold poor {goods} under the same mark
put a new mark on the {part}

to build a second {spot.fixed} by {month.far}
the new room
a damp that spoiled {nn} {goods} overnight
an old drain ran under the {spot.fixed}
dig out the drain and lay {stuff.other}

to use up the {stuff} of a bankrupt {profession}
the cheap lot
a smell that would not leave the {goods}
the lot had lain beside tallow at {far}
air the {stuff} on the {road.fixed} side for {n} days

to persuade {buyer} to buy {goods} at {town}
the contract
a complaint about every {part}
the inspector's rule was a hair too short
carry a true rule to every inspection
`;

/** Small words that only the lines above need. */
export const ARC_WORDS: Readonly<Record<string, string>> = {
  stored: `
    stored
    unloaded
    stacked
    weighed
    left`,
  'season.some': `
    winter
    summer
    spring
    autumn`,
  'month.any': `
    the first frost
    midwinter
    the spring fair
    harvest
    the end of April
    the autumn fair
    the new year
    midsummer
    the last day of March
    the September inspection`,
  'month.past': `
    the spring
    the last inspection
    harvest
    the new year
    the flood
    {month}`,
  title: `
    [{a:good}|the {goods}|{craft}|{short}] of {town}
    {cap:short}
    {cap:craft} at {town}, {year}
    notes on {craft} in the {river} valley
    the {shop} on {street}
    {a:worker} of {town}
    what happened at {town} in {year}`,
  result: `
    {cap:aim.done}, though {n} days late, and {buyer} [did not complain|paid in full|asked for more].
    Whether by luck or by {virtue}, {short} was [finished|settled|over] {date}.
    In the end {P} managed {aim}, with {n} days [to spare|and {money} in hand].
    {cap:short} ended better than anyone {where} had [expected|hoped|feared].`,
  'aim.done': `
    {short} was [done|brought to an end|carried through]
    {order} [was|stood] complete`,
  order: `
    {count} {goods} for {buyer}`,
};
