import { z } from 'zod';

/** An axis of a map. A name that every object has is none: it would be found in every cell. */
const axisName = z
  .string()
  .max(100)
  .refine((name) => !(name in {}), 'no name of an axis')
  .optional();

/** The axes of maps, as a query string says them; what is left out is chosen by the run. */
export const axesQuery = z.object({ x: axisName, y: axisName });
