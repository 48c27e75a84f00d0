// First step of `npm test`: stops with advice when the checkout's own Node is missing.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Fathom is developed on Node 24 or newer; this is Node ${process.versions.node}.`);
  console.error('The checkout brings its own Node: run `npm ci` (with npm 12: `npm ci --allow-scripts=node`; without --ignore-scripts).');
  process.exit(3);
}
