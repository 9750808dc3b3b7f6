import { LineCounter, parseAllDocuments, type Document } from 'yaml';

/** A file that holds things as code. */
export interface CodeFile {
  /** As a person finds it. */
  name: string;
  text: string;
}

/** One entry of a file's list, as it was written. */
export interface CodeEntry {
  file: string;
  orgId: number;
  /** Name of its list. */
  kind: string;
  /** From 0, in its list. */
  index: number;
  /** Undefined where it has none, or one that is no text. */
  name: string | undefined;
  value: Record<string, unknown>;
}

/** What is wrong with a file: with all of it, or with one entry. */
export interface CodeProblem {
  file: string;
  /** `alert_rules[2] "LCP poor"`; undefined: the whole file. */
  entry: string | undefined;
  message: string;
}

/** Characters of a file. */
const longestFile = 2 * 1024 * 1024;
const firstOrganisation = 1;

/** The entries of a file, and what cannot be read of it. One that is wrong never costs its neighbours. */
export function readFile(file: CodeFile, kinds: readonly string[]): { entries: CodeEntry[]; problems: CodeProblem[] } {
  const entries: CodeEntry[] = [];
  const problems: CodeProblem[] = [];
  const complain = (message: string, entry?: string): void => void problems.push({ file: file.name, entry, message });
  if (file.text.length > longestFile) {
    complain(`is longer than ${longestFile} characters`);
    return { entries, problems };
  }
  const lines = new LineCounter();
  for (const document of parseAllDocuments(file.text, { lineCounter: lines, prettyErrors: true })) {
    const content = contentOf(document);
    if (typeof content === 'string') {
      complain(content);
      continue;
    }
    const { apiVersion: version = 1, org_id: orgId = firstOrganisation, ...lists } = content;
    if (version !== 1) {
      complain(`has apiVersion ${String(version)}; this version of Seamark reads 1`);
      continue;
    }
    if (typeof orgId !== 'number' || !Number.isSafeInteger(orgId) || orgId < 1) {
      complain('has an "org_id" that is no number of an organisation');
      continue;
    }
    for (const [kind, list] of Object.entries(lists)) {
      if (!kinds.includes(kind)) {
        complain(`has "${kind}", which is none of ${kinds.join(', ')}`);
      } else if (!Array.isArray(list)) {
        complain('must be a list', kind);
      } else {
        list.forEach((value: unknown, index) => {
          if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            complain('must be a mapping of fields', `${kind}[${index}]`);
            return;
          }
          const named = 'name' in value && typeof value.name === 'string' ? value.name : undefined;
          entries.push({ file: file.name, orgId, kind, index, name: named, value: { ...value } });
        });
      }
    }
  }
  return { entries, problems };
}

/** Where an entry is, as a person looks for it. */
export function placeOf({ kind, index, name }: Pick<CodeEntry, 'kind' | 'index' | 'name'>): string {
  return `${kind}[${index}]${name === undefined ? '' : ` "${name}"`}`;
}

/** A problem in one line. */
export function describeProblem({ file, entry, message }: CodeProblem): string {
  return `${file}: ${entry === undefined ? '' : `${entry}: `}${message}`;
}

function contentOf(document: Document): Record<string, unknown> | string {
  const [error] = document.errors;
  if (error !== undefined) {
    return `is not YAML: ${error.message.split('\n')[0]}`;
  }
  let content: unknown;
  try {
    content = document.toJS();
  } catch (cause) {
    // Aliases that multiply themselves.
    return `cannot be read: ${cause instanceof Error ? cause.message : 'unknown reason'}`;
  }
  if (content === null) {
    return {};
  }
  return typeof content === 'object' && !Array.isArray(content) ? { ...content } : 'must be a mapping of lists';
}
