import { Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLoaded } from '../../../api/useLoaded';
import { DetailList } from '../DetailList';
import { detailTexts } from '../detailTexts';

interface Props {
  datasourceUid: string;
  checkId: string;
}

/** The certificate that the latest result found. Nothing where it found none. */
export function CertificateFacts({ datasourceUid, checkId }: Props) {
  const load = useCallback(
    () => callRoute(datasourceUid, 'listHealthResults', { params: { id: checkId }, query: { limit: 1 } }),
    [datasourceUid, checkId]
  );
  const { value: page } = useLoaded(load);
  const certificate = page?.items[0]?.details.certificate;
  if (certificate === undefined) {
    return null;
  }
  return (
    <section aria-label="Certificate">
      <Stack direction="column" gap={1}>
        <Text element="h3">Certificate</Text>
        <DetailList details={detailTexts({ certificate })} />
      </Stack>
    </section>
  );
}
