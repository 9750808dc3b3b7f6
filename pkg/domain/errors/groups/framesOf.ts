import type { ErrorFrame } from '../../../../src/contract/resources/errorGroups';
import { isInApp } from '../foldFrame';
import { parseStack } from '../stack/parseStack';

/** The frames of a stored stack, innermost first. */
export function framesOf(stack: string | null): ErrorFrame[] {
  return stack === null
    ? []
    : parseStack(stack).map((frame) => ({
        function: frame.function === '' || frame.function === '?' ? '<anonymous>' : frame.function,
        file: frame.file,
        line: frame.line,
        column: frame.column,
        in_app: isInApp(frame),
        source_line: null,
      }));
}
