/** One line of a stack as the client parsed it, innermost first. */
export interface StackFrame {
  function: string;
  file: string;
  module: string;
  line: number | null;
  column: number | null;
  /** What the client says; null: judged by the file. */
  inApp: boolean | null;
}

/** What is known of one error when it arrives, already free of secrets and persons. */
export interface ErrorFacts {
  /** Class of the error, such as `TypeError`. */
  type: string;
  message: string;
  frames: readonly StackFrame[];
  fatal: boolean;
  /** False: nobody caught it. */
  handled: boolean;
  /** HTTP status, where the error is about an answer. */
  status: number | null;
  clientFingerprint: string | null;
  clientSeverity: string | null;
  pagePath: string | null;
  /** The page where it happened; rules see it without its query. */
  url?: string | null;
  /** False: the page had not become interactive yet. */
  interactive?: boolean | null;
  /** The stack as text, without secrets, where it came so. */
  stackText?: string | null;
}
