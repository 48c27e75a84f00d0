import { seededRandom } from '../../core/index.ts';
import { OWN_TASK, WORDINGS } from './built-wording.ts';
import type { LongInsMode } from './load-longins.ts';
import type { OwnQuestion } from './own-questions.ts';
import { QUESTION_KINDS } from './question-kinds.ts';

/** Of so many questions, one after the other, one answer is wrong. */
const PER_WRONG = 10;
/** The first wrong answer is among so many, so that short lists have one. */
export const FIRST_WRONG_WITHIN = 3;

/** Where a list is drawn: longer lists of a place begin as shorter ones. */
export interface ListPlace {
  readonly mode: LongInsMode;
  readonly language: 'en' | 'zh';
  readonly repeat: number;
  readonly seed: number;
}

/** A list of answered questions. */
export interface BuiltList {
  /** Its lines. */
  readonly items: readonly string[];
  /** Numbers of the wrong answers, ascending. */
  readonly wrong: readonly number[];
  /** What is asked of all (GIST). */
  readonly task: string;
  /** Kind of the questions; `mixed` of several, `own` of the user's. */
  readonly kind: string;
}

interface Drawn {
  readonly task: string;
  readonly question: string;
  readonly answer: string;
  /** A wrong answer, drawn whether it is shown or not. */
  readonly wrong: string | undefined;
}

/** A list of at least so many bytes, made from eight kinds of questions: one kind, or all in turn (LIMT). */
export function makeList(place: ListPlace, leastBytes: number): BuiltList {
  const { mode, language, repeat } = place;
  const random = randomOf(place, 'questions');
  const own = QUESTION_KINDS[repeat % QUESTION_KINDS.length]!;
  const seen = new Set<string>();
  const drawn: Drawn[] = [];
  for (let bytes = 0; bytes < leastBytes;) {
    const kind = mode === 'LIMT' ? random.choice(QUESTION_KINDS) : own;
    let made = kind.make(random, language);
    // A kind that has nearly run out may ask again.
    for (let tries = 0; tries < 20 && seen.has(kind.id + made.question); tries++) made = kind.make(random, language);
    seen.add(kind.id + made.question);
    const next = { task: kind.instruction[language], ...made };
    drawn.push(next);
    bytes += Buffer.byteLength(next.question) + (mode === 'GIST' ? 0 : Buffer.byteLength(next.task)) + 12;
  }
  return listOf(drawn, { place, task: own.instruction[language], kind: mode === 'LIMT' ? 'mixed' : own.id });
}

/** A list of the user's questions, each once: of one task, or of all (LIMT). A wrong answer is the row's own, or that of another question of its task. */
export function makeOwnList(rows: readonly OwnQuestion[], place: ListPlace): BuiltList {
  const { mode, language, repeat } = place;
  const taskOf = ({ task }: OwnQuestion) => task ?? OWN_TASK[language];
  const tasks = [...Map.groupBy(rows, taskOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const random = randomOf(place, 'own');
  const [task, ofTask] = tasks[repeat % tasks.length]!;
  const answers = new Map(tasks.map(([name, own]) => [name, [...new Set(own.map(({ answer }) => answer))]]));
  const drawn = random.shuffle([...(mode === 'LIMT' ? rows : ofTask)]).map((row): Drawn => {
    const others = answers.get(taskOf(row))!;
    const at = random.below(others.length);
    const other = others[at] === row.answer ? others[(at + 1) % others.length] : others[at];
    const wrong = [row.wrong, other].find((each) => each !== undefined && each !== row.answer);
    return { task: taskOf(row), question: row.question, answer: row.answer, wrong };
  });
  return listOf(drawn, { place, task, kind: 'own' });
}

function listOf(
  drawn: readonly Drawn[],
  { place, task, kind }: { readonly place: ListPlace; readonly task: string; readonly kind: string },
): BuiltList {
  const random = randomOf(place, 'wrong');
  const asked = Array.from(
    { length: Math.ceil(drawn.length / PER_WRONG) },
    (_, ten) => ten * PER_WRONG + random.below(ten === 0 ? FIRST_WRONG_WITHIN : PER_WRONG),
  );
  const wrong = new Set(asked.filter((i) => drawn[i]?.wrong !== undefined));
  const { item } = WORDINGS[place.language];
  const items = drawn.map((each, i) =>
    item({
      number: i + 1,
      task: place.mode === 'GIST' ? '' : each.task,
      question: each.question,
      answer: wrong.has(i) ? each.wrong! : each.answer,
    }),
  );
  return { items, wrong: [...wrong].map((i) => i + 1), task, kind };
}

function randomOf({ mode, language, repeat, seed }: ListPlace, what: string) {
  return seededRandom(seed, 'longins', 'built', mode, language, repeat, what);
}
