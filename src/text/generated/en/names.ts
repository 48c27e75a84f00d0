import type { PythonRandom } from '../../../core/index.ts';

const words = (text: string) => text.trim().split(/\s+/);

const FIRST_STARTS = words(`
Bral Cass Corm Dess Delv Elv Esk Fenn Ferr Gath Gorl Hesk Hull Ith Ilv Jasp Jorr Kell Kest Lorr Lusk Marv Mell Neth Norr Orl Osk Pell Prad
Quen Quor Rusk Reth Sorr Selv Tamb Teld Ulm Urs Vess Vorl Wend Wask Yarr Yeld Zell Zorb Brenn Crest Drusk Frell Grath Harsk Krell Plen Sker
Strell Thess Trov Vard Wull Brisk Orvel Tess Halv Mord Nask Polv Rand Salk Tolv`);
const WOMEN_ENDS = words(
  `ine ise ara eth ela ora isse una yra enna olde ilde antha essa ovia ushe iva ane itha emme ulle ona asca elisse orie`,
);
const MEN_ENDS = words(`ock an or ric und emar ovan istan oth ald ick eus orn ard on im ever ulf ambert igo anger ut osk enn arrow`);
const SURNAME_STARTS = words(`
Ask Brack Crel Dunn Eld Farr Grist Hask Ing Jost Kerr Lind Mard Nook Ost Pask Quill Rath Skell Thorn Umb Varl Whit Yelk Bram Cott Drum Ember
Fell Garr Holl Ivel Kest Lamp Merr Nett Oak Pell Rusk Sedge Tarn Ull Venn Wold Amber Birk Clough Dray Eft Flint Gosse Heron Kiln Larch Moss
Nether Otter Plover Reed Stour Teasel Wether Yarrow Bracken Cobble Dapple`);
const SURNAME_ENDS = words(`
ombe wick idge erley ander ingham over acre ock ane ith orne ell aby enholt mere stead wright ley ham field combe gate well croft shaw brook
hurst thwaite bury ridge lock more vale sett worth`);
const PLACE_STARTS = words(`
Vel Bran Harl Ost Mor Tarn Wes Cal Dun Esk Fal Gil Hax Ivel Kes Lan Mel Nar Orm Pen Quar Ros Sal Thrap Ul Var Wim Yar Zen Brid Crow Drax Elm
Frod Gar Hest Kirt Lud Mask Nor Oun Pol Rag Skip Tod Wy Arl Bex Chad Dray Fen Gos Hal Kel Lim`);
const PLACE_MIDDLES = ['', '', 'a', 'en', 'er', 'o', 'in', 'ing'];
const PLACE_ENDS = words(
  `marsh noth ford wick stow den combe gate ley mouth haven fold thorpe bury by ham stead moor cliffe bridge mere well port minster`,
);
const RIVER_STARTS = words(`Ar Bel Cress Dar El Fos Gann Hur Ith Kenn Lor Mar Nev Oss Pir Rill Sev Tav Ure Ver Wen Yss Ael Brue Coll Dov`);
const RIVER_ENDS = words(`ne de le the va sk mer low ren ta wen dle ick ar ey`);

/** A full name of two words. No ending or beginning is a name in common use; about 25 million combinations by sex. */
export function personName(random: PythonRandom, woman: boolean): { readonly first: string; readonly last: string } {
  return {
    first: random.choice(FIRST_STARTS) + random.choice(woman ? WOMEN_ENDS : MEN_ENDS),
    last: joined(random.choice(SURNAME_STARTS), random.choice(SURNAME_ENDS)),
  };
}

/** A town or village: one word, about 10,000 of them. */
export function placeName(random: PythonRandom): string {
  return joined(random.choice(PLACE_STARTS) + random.choice(PLACE_MIDDLES), random.choice(PLACE_ENDS));
}

/** A river, without its article. */
export function riverName(random: PythonRandom): string {
  return joined(random.choice(RIVER_STARTS), random.choice(RIVER_ENDS));
}

/** Joins two syllables without a tripled or stuttered letter. */
function joined(start: string, end: string): string {
  return start.at(-1) === end[0] ? start + end.slice(1) : start + end;
}
