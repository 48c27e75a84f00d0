/** Paint for places without a score. The page or figure must hold `HATCH_DEFS` once. */
export const HATCH_FILL = 'url(#fathom-hatch)';

/** The pattern behind `HATCH_FILL`: grey stripes that show on light and dark grounds. */
export const HATCH_DEFS =
  '<defs><pattern id="fathom-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="6" height="6" fill="#8a8f98" fill-opacity="0.14"/><rect width="1.6" height="6" fill="#8a8f98" fill-opacity="0.55"/></pattern></defs>';
