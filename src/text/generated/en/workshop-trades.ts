/**
 * Trades carried on under a roof. Eight lines each: worker; craft; shop — goods — materials (mass nouns) — tools —
 * acts in the order of the work — flaws — marks of good work — parts of the goods.
 */
export const WORKSHOP_TRADES = `
potter; pottery; pot-works
jug, bowl, storage crock, pitcher, butter dish, milk pan, chimney pot, oil jar, serving platter, lidded pot
red clay, grey clay, river sand, white slip, lead-free glaze, wood ash
kick wheel, turning rib, wire cutter, glazing tub, drying board, kiln rake, calliper
dig the clay, wedge the lump, centre it on the wheel, draw up the wall, trim the foot, fix the handle, dry the ware, dip it in glaze, stack the kiln, draw the fire
a crack under the handle, a warped rim, a blister in the glaze, a pinhole near the base, a leaning wall, a chip on the foot
a clear ring when tapped, an even colour inside and out, a foot that sits flat, a wall no thicker than a finger
rim, handle, foot, shoulder, lip

cooper; coopering; cooperage
cask, barrel, firkin, wash tub, churn, water bucket, brewing vat, herring keg, meal bin, well pail
seasoned oak, split ash, chestnut, willow hoop-wood, dried rush, hoop iron
draw knife, croze, jointer plane, hoop driver, bung borer, shaving horse, windlass
split the billets, season the staves, joint the edges, raise the staves, fire the inside, drive the hoops, cut the groove, fit the heads, bore the bung hole, scald the vessel
a weeping joint, a split stave, a loose hoop, a knot near the groove, a head cut too small, a rough chime
a seam that holds water for a week, a hoop set square, an inside charred to an even brown, a smell of nothing but oak
stave, hoop, head, bung, belly

weaver; weaving; weaving shed
blanket, shawl, length of sacking, horse cloth, table runner, meal sack, saddle blanket, door curtain, cloak length, bed cover
washed wool, combed flax, hemp yarn, goat hair, cotton warp, undyed worsted
hand loom, shuttle, reed, temple, bobbin wheel, warping board, carding comb
sort the fleece, card the wool, spin the yarn, wind the bobbins, dress the warp, throw the shuttle, beat the weft, cut the web, full the cloth, brush up the nap
a slack selvedge, a missed thread, a knot on the face, a bar across the weft, a narrow end, a snagged corner
a selvedge as straight as a rule, a weave that turns water, a fall without creases, a nap that lies one way
border, selvedge, fringe, weft, corner

dyer; dyeing; dye-house
scarf, banner, skein, wool rug, coat length, curtain panel, ribbon roll, apron, cloak lining, awning
madder root, weld, oak gall, walnut husk, blue vat liquor, alum
copper vat, stirring pole, straining cloth, rinsing frame, drying line, tally stick, root mill
grind the roots, heat the vat, steep the husks, strain the liquor, wet the cloth, add the alum, lower the cloth, turn it with the pole, rinse it in the stream, dry it in the shade
a streak along the fold, a cloudy patch, a shade that faded in a week, a stain from the rope, a pale edge, a ring of dried foam
a depth of colour on both faces, a shade that survives the wash, an edge as dark as the middle, a match with last year's sample
fold, hem, face, edge, stripe

bookbinder; bookbinding; bindery
ledger, hymn book, pocket atlas, parish register, sketch book, almanac, account book, field notebook, school reader, letter file
calfskin, linen thread, wheat paste, pasteboard, marbled paper, hide glue
sewing frame, bone folder, plough knife, nipping press, glue brush, awl, finishing wheel
fold the sheets, gather the sections, press the block, saw the cords, sew the gatherings, glue the spine, round the back, lace on the boards, pare the leather, letter the title
a spine that cracked at first opening, a crooked label, a section sewn upside down, a cockled endpaper, a loose board, a smear of paste
a spine that opens flat, a square corner, a thread that does not show, a cover that closes without a sigh
spine, board, endpaper, corner, clasp

papermaker; papermaking; paper mill
ream of foolscap, drawing sheet, wrapping sheet, filter sheet, writing quire, blotting sheet, wall sheet, ticket card, envelope sheet, map sheet
linen rag, hemp tow, spring water, gelatine size, cotton waste, chalk
mould, deckle, couching felt, screw press, stamping hammer, drying loft rope, sizing tub
sort the rags, boil the rags, beat the pulp, fill the vat, dip the mould, couch the sheet, press the post, hang the sheets, size the paper, polish the surface
a thin corner, a drop mark in the sheet, a brown speck, a ragged deckle, a wrinkle from the felt, a cloudy look-through
an even cloud against the window, a crisp rattle, a surface that takes ink, four edges of one thickness
edge, corner, surface, fold, watermark

printer; printing; printing house
handbill, almanac, tide table, seed list, street map, price list, song sheet, timetable, catalogue, broadside
lamp-black ink, rag paper, type metal, linseed varnish, boxwood, lye
composing stick, hand press, ink ball, imposing stone, galley, shooting stick, proof roller
cast off the copy, set the lines, tie the page, lock the forme, ink the type, damp the paper, pull the proof, correct the galley, run the sheets, wash the forme
a turned letter, a faint margin, a blot on the heading, a line out of order, a wandering column, a missing comma
a black even from head to foot, a margin that lines up through the sheet, a page without a turned letter, a clean back
margin, heading, column, border, footnote

clockmaker; clockmaking; clock shop
wall clock, turret clock, carriage clock, kitchen timer, mantel clock, night clock, regulator, travelling watch, tide clock, bench timer
rolled brass, spring steel, fine oil, bell metal, pear wood, rouge
wheel-cutting engine, bow drill, depthing tool, burnisher, eyeglass, mainspring winder, pivot file
cut the blanks, divide the wheels, file the teeth, turn the arbors, harden the pinions, plant the train, adjust the escapement, hang the pendulum, regulate the beat, case the movement
a skipped tooth, a bent pivot, a dial out of true, a dragging strike, a dry bearing, a cracked spring
a beat as even as footsteps, a gain of less than a minute a month, a strike that agrees with the hands, teeth polished like glass
dial, pendulum, pivot, case, minute hand

glassblower; glassblowing; glasshouse
decanter, lamp globe, wine glass, medicine bottle, float for a net, window roundel, salt cellar, measuring flask, inkwell, preserving jar
white sand, potash, broken cullet, lime, manganese, fern ash
blowing iron, punty rod, pair of shears, marver, crucible, annealing oven, wooden block
weigh the batch, charge the crucible, skim the melt, gather the glass, roll it on the marver, blow the bubble, shape it with the block, break it from the iron, smooth the rim, cool it in the oven
a seed in the wall, a green tinge, a scar on the base, a lopsided neck, a cord in the glass, a crack from quick cooling
a rim without a ripple, a note that hangs in the air, a colour like thin ice, a base that does not rock
neck, rim, base, stem, stopper

blacksmith; smithing; forge
gate hinge, ploughshare, fire grate, wagon tyre, anchor stock, hay fork, roof bracket, door latch, chain link, boot scraper
bar iron, blister steel, charcoal, borax, quenching oil, scrap iron
anvil, cross-peen hammer, leg vice, swage block, bellows pole, fullering iron, tongs rack
lay the fire, heat the bar, draw the taper, bend the eye, punch the hole, weld the scarf, dress the edge, quench the steel, temper the blade, black the surface
a cold shut in the weld, a burnt corner, a hole out of line, a hairline crack, a twist in the shank, a soft edge
a weld that cannot be found, an edge that bites, a curve without a flat, a colour of dark straw after tempering
hinge, shank, edge, rivet, point

saddler; saddlery; saddle shop
bridle, pack saddle, horse collar, stirrup strap, mail bag, tool roll, travelling trunk, harness trace, dog collar, cartridge pouch
bridle leather, waxed thread, horsehair stuffing, felt, brass, beeswax
round knife, stitching clam, edge shaver, pricking iron, mallet, creasing iron, stuffing rod
choose the hide, mark the pattern, cut the straps, skive the ends, prick the holes, stitch the seams, stuff the pads, fit the buckles, wax the edges, polish the face
a stitch too long, a buckle set crooked, a girth gall, a thin place in the hide, a lumpy pad, a raw edge
ten stitches to the inch, an edge smooth as horn, a pad that springs back, a strap that hangs straight
strap, buckle, seam, flap, pad

tanner; tanning; tanyard
sole hide, calf hide, apron skin, drum skin, glove skin, bellows hide, harness side, book skin, bottle hide, belt side
oak bark, quicklime, birch oil, tallow, cold water, alum
fleshing beam, bark mill, unhairing knife, tan pit, slating stone, currying table, drying pole
soak the hides, lime the hides, scrape the hair, flesh the under side, wash out the lime, grind the bark, fill the pits, turn the skins, dry the leather, curry it with tallow
a scar from a thorn, a cut by the flaying knife, a cracked grain, a dark stain from iron, a loose flank, a raw streak in the middle
a cut edge brown all through, a grain that does not break, a bend without a sound, a smell of bark and nothing worse
grain, flank, belly, edge, shoulder

shoemaker; shoemaking; shoe shop
walking boot, clog, slipper, dancing shoe, riding boot, sandal, work shoe, overshoe, ankle boot, fisherman's boot
sole leather, calfskin, hemp thread, cobbler's wax, cork, linen lining
last, awl, lap stone, clicking knife, welt knife, burnishing iron, peg hammer
measure the foot, carve the last, cut the uppers, close the seams, soak the insoles, last the boot, sew the welt, peg the heel, trim the sole, burnish the edge
a heel set askew, a squeak in the sole, a pinched toe, a lifted welt, a seam over the joint, a lining that bunched
a sole that bends where the foot bends, a welt without a gap, a heel level on the stone, a fit that needs no second trial
heel, sole, welt, toe cap, tongue

sailmaker; sailmaking; sail loft
topsail, jib, awning, hatch cover, lug sail, canvas bucket, wagon tilt, hammock, spray hood, storm sail
flax canvas, tarred twine, bolt rope, beeswax, manila, cotton duck
sewing palm, fid, seam rubber, serving mallet, grommet die, sail hook, long bench
measure the spars, chalk the floor, cut the cloths, seam the cloths, turn the tabling, work the eyelets, sew the bolt rope, fit the cringles, stretch the sail, fold it for delivery
a slack leech, a puckered seam, a cringle torn loose, a mildewed fold, a cloth cut off the thread, a short luff
a curve that fills without a wrinkle, a stitch every quarter inch, a rope that lies fair, a corner that takes the load
seam, cringle, luff, tabling, reef band

wheelwright; wheelmaking; wheel yard
cart wheel, barrow, hay wagon, gig wheel, water wheel, dray, pulley wheel, hand cart, timber carriage, spinning wheel
seasoned elm, cleft oak, ash, iron tyre bar, red lead paint, grease
spoke dog, boxing engine, traveller, samson, axle jack, spoke shave, tyring platform
turn the nave, mortise the nave, cleave the spokes, shave the spokes, drive the spokes, saw the felloes, dowel the rim, measure the round, shrink the tyre, bush the hub
a spoke that rattled, a dished rim, a loose box, a felloe short in the grain, a tyre cut too long, a cracked nave
a dish that matches its neighbour, a tyre tight without a gap, a nave that rings, a run as true as a top
spoke, nave, felloe, tyre, axle

joiner; joinery; joiner's shop
oak chest, writing desk, panelled door, dresser, settle, blanket box, corner cupboard, reading stand, trestle table, window frame
quarter-sawn oak, walnut, hide glue, beeswax polish, pine board, cherry wood
jack plane, tenon saw, marking gauge, mortise chisel, glue pot, bench stop, cabinet scraper
choose the boards, square the stock, gauge the joints, saw the tenons, chop the mortises, plane the panels, dry-fit the frame, glue the joints, scrape the face, wax the surface
a gap in the shoulder, a drawer that stuck, a panel split by the heat, a hinge let in too deep, a wind in the frame, a stain of glue
a joint that takes no paper, a drawer that closes on its own air, a grain matched across the doors, a surface like still water
drawer, panel, hinge, tenon, top

instrument maker; instrument making; music shop
fiddle, lute, wooden flute, zither, bass viol, hand drum, dulcimer, pitch pipe, cittern, practice keyboard
spruce, maple, gut string, hide glue, spirit varnish, ebony
bending iron, purfling cutter, thumb plane, thickness calliper, peg shaper, clamp, tuning fork
choose the billets, join the halves, carve the belly, hollow the back, bend the ribs, glue the blocks, cut the scroll, close the body, varnish the wood, string the neck
a wolf note on the low string, a buzz in the belly, a peg that slipped, a crack beside the bridge, a dull top string, a neck set too low
a note that answers softly, an even voice across the strings, a varnish thin as breath, a scroll cut without hesitation
belly, neck, peg, bridge, scroll

bell founder; bell founding; foundry
church bell, hand bell, ship's bell, school bell, door bell, fog bell, sheep bell, chime bell, fire bell, clock bell
ingot copper, block tin, loam, goat hair, tallow, charcoal
strickle board, ladle, tuning lathe, mould pit, core iron, crane, sounding fork
draw the profile, build the core, sweep the cope, dry the mould, bury it in the pit, melt the metal, skim the dross, pour the bell, dig out the casting, tune the lip
a flat note, a cold lap at the waist, a blow-hole in the crown, a rough inscription, a short hum, a cracked lip
a hum that outlasts a slow count of forty, a strike note without a quarrel, a skin free of sand, letters sharp as cut stone
lip, crown, waist, clapper, headstock

lens grinder; lens grinding; optical shop
reading glass, spyglass, burning lens, hand magnifier, field glass, eyepiece, lantern lens, loupe, sighting tube, prism
crown glass, flint glass, emery, putty powder, pitch, brass tubing
grinding lap, iron dish, curve gauge, polishing cloth, test lamp, centring chuck, diamond point
cut the blanks, chip the edges, block them on pitch, rough the curve, smooth the surface, wash off the emery, polish the face, edge the disc, test the figure, mount the lens
a scratch from stray grit, a strain in the glass, a turned-down edge, a bubble near the centre, a ghost beside the flame, a yellow cast
a flame without fringes, a curve that sits dry on the gauge, a centre true to a hair, a surface with no trace of grey
edge, tube, mount, surface, cell

candle maker; candle making; chandlery
taper, votive light, altar candle, night light, carriage candle, rush light, wax seal, storm candle, table candle, lantern stub
beeswax, mutton tallow, cotton wick, rush pith, vegetable wax, plaited flax
dipping frame, wax kettle, candle mould, wick cutter, rolling board, clarifying pan, trimming knife
render the tallow, strain the wax, twist the wicks, prime the wicks, hang the frame, dip the frame, cool the rods, dip it again, roll the tapers, trim the butts
a wick off its centre, a gutter down one side, a smoking flame, a hollow tip, a bent shaft, a grey bloom
a flame that stands without snuffing, a burn of eight full hours, a shaft as straight as a reed, a smell like a warm hive
wick, tip, shaft, butt, base

hatter; hat making; hat shop
felt hat, straw hat, fur cap, riding hat, rain hood, beret, brimmed hat, sun hat, travelling cap, lined bonnet
rabbit felt, plaited straw, shellac, silk ribbon, wool felt, leather banding
hat block, steam kettle, brim plate, curling tongs, felt bow, blocking cord, sewing palm
bow the fur, form the cone, boil the felt, roll it in the cloth, block the crown, flatten the brim, stiffen it with shellac, pounce the surface, bind the edge, line the crown
a soft crown, a brim that drooped, a scorched spot, a seam inside the band, a moth hole, a patchy nap
a brim that keeps its curl in rain, a crown without a dent, a weight under four ounces, a band sewn out of sight
brim, crown, band, lining, edge

tinsmith; tinware; tin shop
lantern, watering can, tea kettle, cake mould, oil lamp, weather vane, dust pan, milk can, biscuit box, rain gutter
tin plate, soft solder, resin, iron wire, brass sheet, charcoal
bench shears, stake, soldering bolt, creasing hammer, wire bender, hollow punch, seam roller
scratch the pattern, cut the sheet, punch the vents, roll the body, fold the seam, wire the rim, flux the joint, solder the seam, fix the spout, test it with water
a slow leak in the seam, a dented side, a spout set too low, a ragged edge, a burr inside the rim, a lumpy joint
a seam that holds hot water, a pour without a drip, a rim that cuts nobody, a lid that stays where it is put
spout, seam, lid, rim, handle
`;
