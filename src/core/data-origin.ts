/** Where a benchmark's data files come from: a hub that gives them to a program, a repository to clone, or a page that says how to get them. */
export type DataOrigin = HubData | GitData | PageData;

interface DataFacts {
  /** Names the folder of the copy; benchmarks on the same files share it. */
  readonly id: string;
  /** As its makers declare it, where they do. */
  readonly licence: string;
}

/** Data sets of the Hugging Face hub. */
export interface HubData extends DataFacts {
  readonly kind: 'hub';
  readonly repos: readonly HubRepo[];
}

/** A data set of the hub, and the files of it that are read. */
export interface HubRepo {
  /** `owner/name`. */
  readonly repo: string;
  /** Patterns of wanted paths, as of a shell: `data.zip`, `**` + `/*.jsonl`. */
  readonly files: readonly string[];
  /** Folder of the copy that its files go to. Default: the copy's own. */
  readonly folder?: string;
  /** Files keep their names and lose their folders. */
  readonly flat?: true;
}

/** A git repository that holds the data; cloned by hand. */
export interface GitData extends DataFacts {
  readonly kind: 'git';
  readonly url: string;
  /** Folder of the repository with the data. */
  readonly folder: string;
}

/** A page that says where the files are; fetched by hand. */
export interface PageData extends DataFacts {
  readonly kind: 'page';
  readonly url: string;
  /** What to look for there. */
  readonly note: string;
}
