/** How the server's batch endpoints behave. Nothing set: a batch is done at once, in order. */
export interface LoopbackBatches {
  /** Looks at a batch before it has ended. Default 0. Infinity: it ends only when it is cancelled. */
  readonly looks?: number;
  /** It expires instead of completing, after `answered` requests. */
  readonly expires?: true;
  /** Requests answered before a batch expired or was cancelled. Default 0. */
  readonly answered?: number;
  /** Every batch fails as a whole, with this message. */
  readonly refuses?: string;
  /** Results come last first. */
  readonly reversed?: true;
  /** Readings of results that end in the middle of a line. Default 0. */
  readonly truncated?: number;
  /** Requests that get no result at all. */
  readonly lose?: (customId: string) => boolean;
  /** Batches that are made although the connection breaks before the answer. Default 0. */
  readonly lostAnswers?: number;
}

/** A batch as the server keeps it. */
export interface LoopbackBatch {
  readonly id: string;
  readonly customIds: readonly string[];
  readonly label?: string;
  readonly status: string;
  /** How often it was looked at. */
  readonly looks: number;
}
