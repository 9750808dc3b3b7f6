import { errorClassOf } from '../../domain/errors/errorClassOf';
import { judgeError } from '../../domain/errors/judgeError';
import { parseStack } from '../../domain/errors/stack/parseStack';
import type { Judgement } from '../../domain/ingest/Judgement';
import { decideConsent } from '../../domain/privacy/consent/decideConsent';
import { spokenDecision } from '../../domain/privacy/consent/spokenDecision';
import { clientVisitor, dailyVisitor, personPseudonym } from '../../domain/privacy/pseudonyms/pseudonyms';
import { createScrubber } from '../../domain/privacy/redaction/createScrubber';
import { createLiteralRedactor, mentionsPerson } from '../../domain/privacy/redaction/personalLiterals';

const plainScrubber = createScrubber();

/** Brings privacy and errors to ingest, which do not know each other. */
export const judgement: Judgement = {
  scrubberFor: (body, own, values) =>
    mentionsPerson(body, own, values) ? createScrubber(createLiteralRedactor(values)) : plainScrubber,
  consent: decideConsent,
  spoken: spokenDecision,
  person: personPseudonym,
  clientVisitor,
  dailyVisitor,
  error: judgeError,
  parseStack,
  errorClass: errorClassOf,
};
