/** Any JSON value, read-only. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object, read-only. */
export type JsonObject = { readonly [key: string]: Json };
