import { errorClassOf } from '../errorClassOf';
import type { StackFrame } from '../ErrorFacts';
import { isInApp } from '../foldFrame';
import { parseStack } from '../stack/parseStack';

/** What the newest error of a group says about it. */
export interface NewestError {
  error_type: string;
  error_message: string;
  error_stack: string | null;
  /** Class of the error as its client named it. */
  error_class: string | null;
  page_path: string | null;
}

export interface GroupDescription {
  /** Class of the error, such as `TypeError`, else its type. */
  errorClass: string;
  message: string;
  /** `total (assets/app.js)`: where it happens; the page where no stack says it; never null. */
  culprit: string;
}

const longestMessage = 300;
const longestCulprit = 200;

/** How a person recognises a group in a list. */
export function describeGroup(newest: NewestError): GroupDescription {
  const { error_type, error_message, error_stack, error_class, page_path } = newest;
  const errorClass = error_class ?? errorClassOf(error_message, error_stack) ?? error_type;
  const prefix = `${errorClass}: `;
  const message = error_message.startsWith(prefix) ? error_message.slice(prefix.length) : error_message;
  const frames = error_stack === null ? [] : parseStack(error_stack);
  const frame = frames.find(isInApp) ?? frames[0];
  return {
    errorClass: errorClass.replace(/^uncaught /i, '').slice(0, 255),
    message: message.slice(0, longestMessage),
    culprit: (frame === undefined ? (page_path ?? '') : culpritOf(frame)).slice(0, longestCulprit),
  };
}

/** The title of a group, with the message only for who may see free text. */
export function titleOf(errorClass: string, message: string, seesPersonal: boolean): string {
  return seesPersonal && message !== '' ? `${errorClass}: ${message}` : errorClass;
}

function culpritOf({ function: name, file }: StackFrame): string {
  const path = file.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*\/?/i, '').replace(/[?#].*$/s, '');
  const short = path === '' ? file : path;
  return name === '' || name === '?' || name === '<anonymous>' ? short : `${name} (${short})`;
}
