import { day } from '../../../lib/duration';
import { windowBefore } from '../evaluation/windowsOf';
import { labelsKey } from '../labels/labelsKey';
import type { Pattern } from './Pattern';
import { resultLookBackMinutes } from './resultLookBack';
import { serviceLabelNames, serviceLabels } from './serviceLabels';
import { firing, recovered } from './verdicts';

/** A certificate that ends within so many days. The value is how many are left, below zero where it has ended. */
export const certificatePattern: Pattern<'certificate'> = {
  labelNames: () => serviceLabelNames,
  async find(config, at, evidence) {
    const certificates = await evidence.certificates(windowBefore(config, resultLookBackMinutes, at));
    const found = certificates.map((certificate) => {
      const labels = serviceLabels(certificate);
      const days = (certificate.expiresAt - at) / day;
      return [labelsKey(labels), { labels, verdict: (days < config.days ? firing : recovered)(days) }] as const;
    });
    return { found: new Map(found) };
  },
};
