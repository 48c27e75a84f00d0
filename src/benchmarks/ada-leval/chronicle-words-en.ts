import type { ChronicleWords } from './chronicle-words.ts';

const words = (text: string) => text.trim().split(/\s+/);
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Words for the journal of a wagon on the road, English. */
export const CHRONICLE_EN: ChronicleWords = {
  towns: [
    words(
      'Vel Bran Harl Ost Mor Tarn Wes Cal Dun Esk Fal Gil Hax Kes Lan Mel Nar Orm Pen Quar Ros Sal Thrap Ul Wim Zen Brid Crow Drax Elm Frod Gar Hest Kirt Lud Mask Nor Pol Rag Skip Tod Arl Bex Dray Gos Hal Lim Yat',
    ),
    words('a e i o ar en in ol ey ash ing um'),
    words(
      'marsh noth ford wick stow dale combe gate ley mouth haven fold thorpe bury by ham stead moor cliffe bridge mere well port minster ness hurst lock vale sett worth barrow crag field garth holm keld pool rigg shaw wold',
    ),
  ],
  people: words(
    'Asta Bromil Corvane Delphy Esker Farrel Gundo Hestra Ivo Jorrun Kelda Lorcan Mirtel Nessa Orvin Pellam Quilla Rusko Sorrel Tamsa',
  ),
  roles: lines(`cook
    farrier
    interpreter
    driver of the second team
    keeper of the accounts
    wheelwright
    hunter
    seamstress`),
  goods: lines(`copper lantern
    grey mule
    barrel of pitch
    roll of sailcloth
    brass scale
    pair of millstones
    crate of glass beads
    coil of new rope
    cask of vinegar
    stove of cast iron
    saddle with silver studs
    chest of cedar wood`),
  arrivals: lines(`Towards evening we came down into {town}, and the wagon was put up behind the inn.
    The roofs of {town} showed at noon, and by three we had paid the toll at its gate.
    We slept badly on the road and reached {town} only after the market had closed.
    A boy on a pony met us and led the way into {town}, where a barn had been kept for us.
    {town} lay in fog when we drove in, and nobody answered at the first four doors.
    It rained all the way, and {town} was glad of our dry tobacco.
    At {town} the bridge was being mended, so that we crossed by the ford and unloaded on the far bank.
    We entered {town} by the north road with one horse lame.`),
  scenes: lines(`The baker counted our coins twice and gave short weight all the same.
    An old man asked whether we had seen the sea, and would not believe the answer.
    The left hind wheel was greased and the tilt sewn where the branch had torn it.
    Somebody had chalked prices on the church wall, and all of them were too high.
    Two carters quarrelled over the place by the well until the mayor took it for himself.
    We sold nine ells of cloth and a kettle, and were paid in cheese.
    The children followed the wagon twice round the square.
    A letter was waiting, but it was meant for another company of the same name.
    The smith worked late by our light and wanted no money for it.
    Bread was dear, and the beer was not worth the walk.
    A woman with a goose under her arm offered to buy the dog.
    The priest lent us his table, and we wrote up the accounts on it.
    The wind took a hat into the mill race, where it went round until dark.
    Nobody here had heard of the new tax, and we did not speak of it.
    The horses were given oats for the first time in a week.
    A fiddler played the same tune until he was paid to stop.
    The innkeeper told a long story about a bell that had been lost.
    We mended harness all morning and ate plums from the tree behind the stable.`),
  purchases: lines(`Here we bought a {thing} from a widow who was giving up her house.
    At the auction a {thing} fell to us for less than we had meant to give.
    In exchange for salt we were given a {thing}.`),
  hires: lines(`{person} asked to come along as {role}, and was taken on after supper.
    We lost no time and hired {person} as {role}.
    The miller's cousin {person} will travel with us from now on as {role}.`),
  pastGoods: lines(`The {thing} that we had bought in {past} proved its worth again.
    Three people wanted the {thing} from {past}, but it is not for sale.
    In the night the {thing} which came to us at {past} fell from the wagon, and was found unharmed.`),
  pastPeople: lines(`{person}, who joined us at {past}, spoke for us before the council.
    There was trouble between the driver and {person}, who has been of the company since {past}.
    {person} was unwell and talked in a fever of the day when we met in {past}.`),
  departures: lines(`At first light we leave for {next}.
    Tomorrow's road goes to {next}, they say, and is bad.
    The carrier advises {next} as our next halt, and so it shall be.
    We are expected in {next}, and pack tonight.
    From here there is only one road, and {next} lies at the end of it.`),
  between: ' ',
};
