import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { formatTime } from '../../../components/formatTime';
import type { ProbeResult } from '../../../contract/resources/healthChecks';
import { DetailList } from '../DetailList';
import { detailTexts } from '../detailTexts';

/** The certificate that the newest of the results that found one has seen. */
export function CertificateFacts({ results }: { results: readonly ProbeResult[] }) {
  const newest = results.find(({ details }) => details.certificate !== undefined);
  if (newest === undefined) {
    return null;
  }
  return (
    <section aria-label="Certificate">
      <Stack direction="column" gap={1}>
        <Text element="h3">Certificate</Text>
        <Text variant="bodySmall" color="secondary">
          As it was on {formatTime(newest.checked_at)}
        </Text>
        <DetailList details={detailTexts({ certificate: newest.details.certificate })} />
      </Stack>
    </section>
  );
}
