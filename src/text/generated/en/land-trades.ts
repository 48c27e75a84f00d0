/** Trades of field, water, kitchen and road, written as in `workshop-trades.ts`. */
export const LAND_TRADES = `
miller; milling; mill
sack of flour, bag of oatmeal, bushel of bran, peck of groats, sack of rye meal, measure of malt, bag of barley meal, sack of semolina, load of pea meal, bin of middlings
winter wheat, rye, hulled barley, oatmeal, buckwheat, spelt
millstone, sluice gate, hopper, bolting sieve, stone-dressing pick, sack hoist, meal spout
clean the grain, fill the hopper, open the sluice, set the stones, feed the grain, feel the meal, bolt the flour, fill the sacks, dress the stones, grease the bearings
a musty smell, a grey streak in the flour, a warm sack, a grit between the teeth, a weevil in the sweepings, a short weight
a cool feel under the thumb, a smell of fresh straw, a white that needs no second sieve, a weight true to the pound
sack, stone, sluice, hopper, sieve

baker; baking; bakehouse
rye loaf, wheat loaf, currant bun, oat cake, seed roll, ship's biscuit, flat bread, spiced cake, harvest loaf, barley bannock
strong flour, rye meal, barm, salt, spring water, caraway
kneading trough, oven peel, proving basket, bread stamp, ash rake, dough scraper, oven door
sift the flour, wake the barm, mix the sponge, knead the dough, cover the trough, scale the pieces, shape the loaves, rake out the embers, load the oven, knock the crust
a sour crumb, a split crust, a hollow under the crust, a burnt base, a heavy middle, a pale top
a hollow sound under the knuckle, a crust that sings while it cools, a crumb open and even, a smell that reaches the street
crust, crumb, base, top, edge

beekeeper; beekeeping; bee garden
honey crock, wax cake, comb frame, straw hive, mead jar, swarm box, section of comb, observation hive, feeding trough, pollen tray
heather honey, clover honey, beeswax, rye straw, bramble cane, sugar syrup
smoker, hive tool, straw skep, comb knife, wax press, bee veil, uncapping tray
clean the stands, repair the skeps, watch the first flights, check the stores, catch the swarm, hive the swarm, add the upper box, take the comb, strain the honey, press the wax
a wet comb, a moth in the frame, a chilled brood, a sour jar, a robbed hive, a cracked lid
a weight that makes the wrist turn, a capping white as chalk, a low steady hum, a taste of the hill it came from
frame, comb, lid, entrance, stand

brewer; brewing; brewhouse
cask of ale, barrel of porter, keg of small beer, jar of vinegar, bottle of stout, hogshead of mild, pot of bitter, jug of wort, crate of ale, firkin of spruce beer
pale malt, dried hops, soft water, brown malt, barm, oat husk
mash tun, copper kettle, cooling tray, oar paddle, hop back, thermometer, racking cock
crush the malt, heat the liquor, mash the grist, run off the wort, boil the hops, cool the wort, pitch the yeast, skim the head, rack the beer, bung the casks
a sour edge, a slow ferment, a haze that would not drop, a taste of iron, a lively bung, a flat jug
a head that clings to the glass, a clear fall in the tumbler, a dry finish, a colour like old pine
cask, bung, head, tap, cellar stair

cheesemaker; cheesemaking; dairy
hard cheese, wheel of cheese, cream cheese, smoked cheese, ewe's cheese, whey butter, washed cheese, herb cheese, goat cheese, pressed curd
morning milk, evening milk, rennet, sea salt, butter muslin, ash
curd knife, cheese press, copper cauldron, draining mat, skimmer, curing shelf, salt trough
warm the milk, add the rennet, cut the curd, stir the curd, drain the whey, mill the curd, fill the moulds, turn the press, salt the rind, turn the wheels
a blown rind, a crack across the face, a bitter paste, a wet centre, a mite in the crust, a slack curd
a paste that breaks like slate, a rind without a cut, a sweetness at the end, a smell of cut grass
rind, paste, face, mould, cloth

salt boiler; salt making; saltern
basket of salt, block of salt, bag of coarse salt, tub of brine, barrel of fine salt, sack of bay salt, cake of salt, pan of flakes, cone of salt, load of grey salt
strong brine, peat, sea water, lump salt, firewood, ox blood
iron pan, brine pump, salt rake, wicker barrow, settling tank, weighing beam, long ladle
open the sluice, pump the brine, settle the mud, light the pans, skim the scum, draw the crust, rake the crystals, fill the baskets, drain the bitterns, stack the blocks
a bitter taste, a damp corner, a brown scale, a grain too fine, a leak in the pan, a crust of lime
a crystal square as a die, a dry rattle in the basket, a white without grey, a crumble between two fingers
pan, basket, crust, grain, sluice

ropemaker; ropemaking; rope walk
mooring cable, bell rope, clothes line, halter, tow line, well rope, net cord, hauling rope, ladder rope, plumb line
combed hemp, stockholm tar, manila fibre, flax tow, sisal, tallow
hackle board, spinning wheel, top cart, strand hook, sledge, tar kettle, measuring post
hackle the hemp, spin the yarn, tar the yarn, warp the strands, hook the strands, harden the lay, close the rope, whip the ends, stretch the rope, coil it for the store
a slack lay, a rotten heart, a thin strand, a dry yarn, a kink near the end, an uneven twist
a twist that does not open, a strand round and hard, an end whipped neat, a load borne without a groan
strand, end, eye, splice, core

boatbuilder; boatbuilding; boat yard
rowing skiff, fishing coble, ferry punt, pilot gig, river barge, sailing dinghy, oyster smack, flat-bottomed boat, canal boat, tender
larch plank, oak crook, copper nail stock, caulking oakum, pine tar, elm board
adze, caulking mallet, steam box, rove punch, bevel gauge, slipway winch, building mould
lay the keel, scarf the stem, set the moulds, steam the planks, hang the garboards, rivet the laps, fit the ribs, caulk the seams, tar the bottom, launch the hull
a weeping seam, a plank split at the hood, a hollow in the sheer, a soft knee, a rivet missed, a leaky garboard
a sheer without a hard spot, a dry bilge in the morning, a plank that took its bend, a stem plumb to the line
stem, keel, thwart, plank, rudder

thatcher; thatching; reed yard
barn roof, cottage roof, porch roof, hay rick, ridge cap, dovecote roof, well cover, cart shed roof, garden shelter, granary roof
wheat reed, water reed, hazel spar stock, tarred cord, sedge, straw rope
eaves knife, leggett, thatching fork, ladder hook, spar gad, shearing hook, iron bodkin
strip the old coat, mend the battens, draw the straw, wet the yealms, lay the eaves, comb the courses, drive the spars, dress the slope, cap the ridge, trim the edges
a wet patch by the chimney, a nest under the ridge, a slipped course, a gap at the valley, a thin eave, a rotten spar
a slope that sheds the first storm, an eave cut to a line, a coat a foot thick, a ridge that catches no wind
ridge, eave, valley, gable, course

stonemason; masonry; mason's yard
door lintel, grave slab, window sill, mile post, water trough, arch stone, bridge coping, gate pier, hearth stone, sundial
grey limestone, blue slate, yellow sandstone, lime mortar, sharp sand, granite
mallet, pitching tool, claw chisel, banker, lewis, plumb rule, stone saw
split the block, pitch the edges, square the bed, draft the margins, work the face, cut the moulding, rub the surface, hoist the stone, bed it in mortar, point the joints
a vent in the bed, a broken arris, a joint too wide, a rust stain, a shallow letter, a stone laid off its bed
an arris that cuts the light, a joint no wider than a coin, a face that throws no shadow, a ring under the hammer
arris, joint, bed, face, moulding

brickmaker; brickmaking; brickfield
facing brick, roof tile, floor tile, drain pipe, coping brick, ridge tile, hearth brick, paving brick, chimney liner, well brick
yellow loam, blue clay, sieved ash, moulding sand, chalk slurry, small coal
brick mould, pug mill, strike, hack barrow, clamp, tile horse, clay spade
dig the loam, weather the heap, temper the clay, grind it in the mill, sand the mould, throw the clot, strike the top, hack the green bricks, build the clamp, fire the clamp
a soft core, a twisted bed, a lime blow, a crack from quick drying, a black heart, a rounded arris
a ring like a bell, a colour of ripe plum, a square edge, a weight that hardly grows in water
bed, frog, edge, face, corner

charcoal burner; charcoal burning; burning ground
sack of charcoal, load of charcoal, bag of fines, basket of brands, barrel of tar, cord of wood, sack of drawing sticks, load of cordwood, bag of filter charcoal, bundle of kindling
alder wood, hazel rod, bracken, damp turf, hornbeam, birch bark
turf spade, long rake, wind screen, measuring cord, water butt, felling axe, charcoal sieve
fell the poles, cord the wood, level the hearth, raise the stack, cover it with bracken, turf the sides, drop the embers, watch the smoke, close the vents, rake out the coal
a brown brand, a burst in the side, a wet load, a hearth burnt through, a sack of dust, a stack that drew too fast
a ring like broken glass, a blue smoke at the last, a stick light as cork, a hand clean after handling
vent, stack, hearth, turf coat, brand

net maker; net making; net loft
herring net, seine, landing net, drift net, eel trap, shrimp net, cast net, cargo net, fruit net, salmon net
cotton twine, cork bark, tarred line, hemp thread, oak-bark liquor, lead sheet
netting gauge, wooden shuttle, barking kettle, mending hook, drying rail, cork knife, measuring frame
wind the shuttle, cast on the head, knot the meshes, widen the bunt, mount the head rope, tie the corks, fix the leads, bark the net, dry it on the rail, mend the tears
a slipped knot, a torn wing, a mesh too wide, a rotten selvage, a lost cork, a stiff foot rope
a mesh that passes the gauge, a knot that does not travel, a hang without a belly, a colour of strong tea
mesh, head rope, wing, cork, foot rope

ferry keeper; ferrying; ferry house
ferry ticket, season ticket, freight note, towing line, landing stage, flat ferry, hand barge, signal lantern, boarding plank, ferry chain
pitch, galvanised chain, elm plank, grease, tarred rope, gravel
sounding pole, boat hook, hand winch, mooring post, tide gauge, signal flag, bailing scoop
read the gauge, bail the bilge, grease the winch, lower the ramp, load the wagons, balance the deck, cast off the rope, cross the current, moor at the stage, enter the fares
a slipped chain, a soft plank, a grounded ramp, a late crossing, a parted rope, a silted berth
a crossing in under nine minutes, a deck level to the eye, a chain that runs without a jerk, a landing that wakes nobody
chain, ramp, deck, stage, rail

surveyor; surveying; survey office
boundary map, road plan, drainage plan, field book, section drawing, level table, estate map, route sketch, parish plan, canal profile
tracing linen, carbon ink, drafting paper, brass wire, chalk, sealing wax
chain, theodolite, levelling staff, plane table, plumb bob, field compass, ranging rod
walk the ground, set the stations, measure the base, read the angles, book the offsets, level the line, close the traverse, plot the points, ink the plan, letter the sheet
a traverse that would not close, a station lost in the nettles, a staff misread, a chain stretched by use, a smudged bearing, a wrong datum
a closure within a hand's breadth, two levels that agree, a line ruled without a blot, a field book that anybody can read
station, offset, bearing, margin, scale bar

lime burner; lime burning; lime kiln
load of quicklime, bag of hydrated lime, barrel of lime putty, tub of whitewash, sack of lime ash, cart of field lime, bucket of mortar, bin of chalk, basket of kiln waste, pit of slaked lime
hard chalk, blue limestone, culm, brushwood, clean water, furnace ash
draw hole, loading barrow, kiln rod, slaking pit, sledge hammer, iron rake, riddle
quarry the stone, break the lumps, lay the faggots, charge the kiln, light the eye, watch the draught, draw the lime, sort the lumps, slake the lime, riddle the putty
a raw core, an overburnt lump, a cold patch in the kiln, a wet barrel, a clinker across the eye, a dull slake
a hiss as soon as water touches it, a putty like butter, a lump that weighs half the stone, a white with no trace of grey
kiln, lump, barrow, grate, pit

orchard keeper; fruit growing; orchard
basket of pears, crate of apples, barrel of cider, tray of plums, hamper of quinces, box of medlars, sack of walnuts, punnet of cherries, tub of perry, jar of damson cheese
russet fruit, grafting wax, leaf mould, straw, raffia, bone meal
pruning knife, picking ladder, grafting saw, apple scuttle, cider press, fruit rake, budding knife
prune the crowns, cut the scions, graft the stocks, bind the joints, mulch the roots, thin the clusters, prop the branches, pick the fruit, sort the windfalls, press the pulp
a canker on the bark, a scab on the skin, a bruise near the stalk, a wasp hole, a frosted bud, a woolly core
a stalk that parts with a lift of the palm, a skin without a spot, a seed turned brown, a keeping life past midwinter
branch, graft, blossom, crown, root

nursery gardener; plant raising; nursery
seed tray, rose bush, potted laurel, hedge plant, vine cutting, lily bulb, strawberry runner, lavender bush, melon frame, bundle of seedlings
leaf mould, sharp sand, loam, hoof meal, moss, lime-free water
dibber, cold frame, watering pot, potting bench, seed sieve, budding knife, bell glass
sift the loam, sow the trays, shade the glass, prick out the seedlings, pot on the strongest, harden the plants, take the cuttings, layer the shoots, label the rows, lift the stock
a damping-off in the tray, a pale leaf, a slug trail, a root-bound pot, a blind shoot, a crooked stem
a root that holds the ball together, a leaf with a shine, a stem thick as a pencil, a label that agrees with the flower
root, shoot, leaf, stem, bud

wool merchant; wool grading; wool store
bale of wool, fleece, sack of locks, bundle of noils, pack of lambswool, skein of worsted, hank of yarn, sheet of skin wool, bag of combings, roll of felt
long-stapled fleece, hill wool, soft soap, fuller's earth, lanolin, jute sacking
sorting board, wool press, weighing beam, grading lamp, baling hook, scouring bowl, sample book
open the fleece, skirt the edges, judge the staple, sort the locks, weigh the lots, scour the sample, press the bales, sew the pack, stencil the mark, enter the grade
a break in the staple, a yolk stain, a burr in the locks, a cotted edge, a damp bale, a tar mark
a staple that rings when pulled, a crimp even from root to tip, a lustre like new milk, a dry cool handle
staple, lock, edge, tip, pack

well digger; well digging; pump yard
shaft, well curb, hand pump, cistern, drinking trough, filter bed, lift bucket, rising main, wind pump, spring house
dry brick, puddled clay, gravel, lead pipe, oak curb timber, lime mortar
windlass, short spade, plumb line, sinking ring, stone bucket, boring rod, safety lamp
choose the spot, mark the circle, set the curb, dig the shaft, hoist the spoil, line the wall, sink the ring, bail the water, lay the filter, fit the pump
a slip in the lining, a foul smell, a dry seam, a crooked shaft, a cloudy bucket, a jammed valve
a bucket clear to the bottom, a shaft plumb from curb to water, a rise of two feet overnight, a taste like cold slate
shaft, lining, curb, valve, bucket

bridge builder; bridge building; bridge yard
foot bridge, stone arch, timber trestle, toll bridge, weir, culvert, causeway, swing bridge, retaining wall, pier
squared oak, dressed granite, puddled clay, hydraulic lime, iron cramp stock, gravel
pile driver, sheer legs, spirit level, centring frame, coffer dam, chain hoist, sounding lead
sound the bed, drive the piles, close the dam, pump out the pit, lay the footing, raise the piers, set the centring, turn the arch, strike the centres, pave the deck
a settled pier, an open joint, a scour at the toe, a cracked voussoir, a sprung plank, a leaning parapet
a curve that looks as if it had grown there, a pier that the flood ignores, a joint packed full, a deck that shakes for nobody
pier, arch, parapet, footing, deck

basket maker; basketry; withy yard
log basket, eel trap, pigeon hamper, laundry basket, chair seat, fish creel, pannier, picnic hamper, seed lip, winnowing fan
brown willow, buff willow, split hazel, rush, cane, oak swill
bodkin, rapping iron, cleave, shop knife, lap board, brake, withy boiler
cut the rods, sort the lengths, boil the rods, strip the bark, soak the bundles, slath the base, prick up the stakes, wale the foot, weave the siding, lay the border
a broken stake, a leaning side, a loose handle, a brittle rod, a gap in the siding, an untidy border
a base that turns without a wobble, a border even as a plait, a creak and no more under load, a side tight enough for meal
border, base, handle, lid, stake

ink maker; ink making; colour house
bottle of ink, cake of ink, jar of pigment, stick of sealing wax, tub of printing ink, box of crayons, phial of red ink, pot of size, sample card, pan of water colour
oak gall, copperas, gum arabic, lamp soot, rain water, madder lake
muller, grinding slab, soot chamber, straining bag, settling jar, colour knife, drying tray
crush the galls, steep the galls, filter the liquor, add the copperas, stir in the gum, rest the jars, grind the soot, knead the paste, press the cakes, label the bottles
a sediment in the neck, a grey first stroke, a mould on the surface, a gritty cake, a sour smell, a feathered line
a stroke that blackens overnight, a flow that never clots, a gloss on the dry line, a shade that sunlight leaves alone
label, cork, neck, cake, surface

tea grower; tea growing; tea garden
chest of tea, brick of tea, tin of green tea, sample packet, basket of leaf, bag of siftings, canister of black tea, box of twisted leaf, bale of stems, tray of buds
young leaf, charcoal, bamboo, mountain water, lead foil, rice straw
plucking basket, withering rack, firing pan, rolling table, sorting sieve, drying stove, tea scale
weed the rows, prune the bushes, pluck the shoots, wither the leaf, roll the leaf, break the lumps, ferment the heap, fire the trays, sift the grades, pack the chests
a smoky taste, a red edge, a broken twist, a dusty grade, a damp lining, a flat liquor
a liquor bright to the rim of the cup, a tip of silver, a leaf that opens whole, a scent that stays in the empty pot
leaf, shoot, chest, lining, twist

millwright; millwork; millwright's yard
gear wheel, crown wheel, sluice gate, wind shaft, trip hammer, cam shaft, hoist drum, sail stock, pump rod, governor
hornbeam, pitch pine, cast iron, tallow, oak wedge stock, copper sheet
pitch compass, cog template, trammel, shaft jack, cold chisel, long auger, wedge driver
survey the fall, draw the gear, choose the timber, dress the shaft, cut the mortises, drive the cogs, hang the wheel, mesh the teeth, wedge the boss, try the run
a chattering cog, a hot bearing, a sprung shaft, a tooth out of pitch, a wedge worked loose, a warped sluice
a run quieter than the stream, a tooth that bears on its whole face, a bearing cool at nightfall, a wheel that starts at a touch
cog, shaft, bearing, boss, tooth
`;
