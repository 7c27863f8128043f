/** What the site's scripts hand to each other; they are plain scripts, so it is all on the window. */

type Rules = {
  fold: [string, string][];
  nynorsk: [string, string][];
  apart: Record<string, string>;
  same: Record<string, string>;
  endings: string[];
  shortestStem: number;
  rounds: number;
  numbered: [string, string][];
  stop: string[];
  voices: string[][];
  splitShortest: number;
  fuzzy: number[];
};

type SearchMain = {
  rules: Rules;
  kinds: [string, number, number][];
  kindWords: Record<string, string>;
  setting: string[];
  questions: [string, string][];
  ofOthers: string;
  toParticipants: number[];
  modelNames: Record<string, number>;
  modelOf: number[];
  synonyms: Record<string, string[]>;
  nav: { title: string; phone: string; hours: string } | null;
  written: string;
  hidden: number[];
  marks: string;
  parts: number[][];
  words: [number, string][];
  phrases: [number, string][];
  entries: [number, string][];
};

type SearchIndex = {
  main: SearchMain;
  written: string[];
  folded: string[];
  stems: string[];
  rarity: number[];
  named: boolean[];
  wordLetters: number[];
  stemLetters: number[];
  partsOf: Record<number, number[]>;
  wholesOf: Record<number, [number, boolean][]>;
  numberOf: Map<string, number>;
  toParticipants: Set<number>;
  hidden: Set<number>;
  total: number;
  open(root: string): Promise<void>;
  need(name: 'words' | 'phrases' | 'entries', items: number[]): Promise<unknown>;
  every(name: 'phrases'): Promise<any[]>;
  item(name: 'words' | 'phrases' | 'entries', number: number): any;
};

type SearchWords = {
  HYPHENED: RegExp;
  use(rules: Rules): void;
  hasOwn(table: object, key: string): boolean;
  words(text: string): string[];
  telling(text: string): string[];
  voices(text: string): number;
  fold(word: string): string;
  stemFolded(folded: string): string;
  stem(word: string): string;
  split(folded: string, known: (stem: string) => boolean): string[];
  lettersIn(word: string): number;
  bitsIn(number: number): number;
  distance(a: string, b: string, most: number): number;
  apart(word: string, bits: number, other: string, otherBits: number, most: number): number;
};

type SearchHit = {
  kind: string;
  title: string;
  url: string;
  excerpt: string;
  where: string;
  also: { where: string; url: string }[];
};
type SearchAnswer = { hits: SearchHit[]; unknown: string[]; read: { typed: string; as: string }[] };

declare var handbookWords: SearchWords;
declare var handbookIndex: SearchIndex;
declare var handbookPhrases: {
  open(): Promise<void>;
  eachNear(units: any[], voices: number, act: (owners: number[], ofQuestion: number, ofPhrase: number) => void): void;
  eachWith(unit: any, act: (owners: number[], share: number) => void): void;
  ownersOf(key: string): number[] | undefined;
};
declare var handbookSearch: { find(query: string): Promise<SearchAnswer>; named(): string[] };
declare var handbookQuotations: (found: Record<string, string[]>) => void;
declare var handbookSearchData: (name: 'main' | 'words' | 'phrases' | 'entries', number: number, value: any) => void;
declare var handbookPlan: any;
declare var handbookPlanWords: any;
declare var handbookPlanTable: any;
declare var handbookDates: any;
declare var handbookCalendar: any;
declare var handbookReadAloud: any;
declare var handbookCalculator: any;
declare var handbookMemoAnswer: any;
declare var handbookMemoWord: any;
declare var handbookChooser: any;
declare var handbookChooserAnswer: any;
declare var handbookChooserMonday: any;
declare var handbookCompare: any;
declare var handbookCosting: any;
declare var handbookChecklist: any;
declare var handbookAssessment: any;
declare var handbookColours: any;
declare var handbookBlank: (base64: string) => void;
declare var handbookWordLetters: (parts: Record<string, string>) => void;
declare var handbookForms: { add(form: any): void; get(id: string): any; addExample(id: string, answers: any): void; example(id: string): any };
declare var handbookAnswers: any;
declare var handbookCase: any;
declare var handbookCaseForm: any;
declare var handbookChecks: any;
declare var handbookDraftList: any;
declare var handbookDrafts: any;
declare var handbookFields: any;
declare var handbookFiles: any;
declare var handbookHand: any;
declare var handbookKeeper: any;
declare var handbookKept: any;
declare var handbookLetters: any;
declare var handbookOwnScript: { createScriptURL(url: string): any };
declare var handbookPaper: any;
declare var handbookPaperPdf: any;
declare var handbookPaperView: any;
declare var handbookPdf: any;
declare var handbookProposal: any;
declare var handbookReading: any;
declare var handbookSummary: any;
declare var handbookWord: any;
declare var handbookWordNames: any;
/** Not every browser has it, and the checker does not know it yet. */
declare var trustedTypes: any;
/** Vendored libraries, loaded when somebody makes a file. */
declare var bidi_js: () => any;
declare var fflate: any;
