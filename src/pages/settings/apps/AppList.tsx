import { Badge, Card } from '@grafana/ui';
import React from 'react';
import { CardList } from '../../../components/CardList';
import { appSettingsPath } from '../../../contract/pagePaths';
import type { App } from '../../../contract/resources/apps';
import { consentTexts } from './consentTexts';

/** A card for each app; each leads to its keys, snippet and settings. */
export function AppList({ apps }: { apps: App[] }) {
  return (
    <CardList>
      {apps.map((app) => {
        const keys = app.keys.filter(({ revoked_at }) => revoked_at === null).length;
        const origins = app.allowed_origins.length > 0 ? app.allowed_origins.join(', ') : 'No origin allowed yet';
        return (
          <Card key={app.id} href={appSettingsPath(app.id)} noMargin>
            <Card.Heading>{app.name}</Card.Heading>
            <Card.Meta>
              {[
                origins,
                `Consent: ${consentTexts[app.consent_mode].label.toLowerCase()}`,
                `${keys} active ${keys === 1 ? 'key' : 'keys'}`,
              ]}
            </Card.Meta>
            {keys === 0 && (
              <Card.Tags>
                <Badge color="orange" text="Cannot receive: no active key" />
              </Card.Tags>
            )}
          </Card>
        );
      })}
    </CardList>
  );
}
