import type { Intake } from '../intake/Intake';
import { describeSender, type ItemSender } from '../intake/ItemSender';
import { textAt, type JsonObject } from '../JsonObject';
import type { OtlpGroup } from './OtlpGroup';

const personal = [
  'user.id',
  'enduser.id',
  'user.email',
  'user.name',
  'user.full_name',
  'client.address',
  'source.address',
] as const;
const pageNames = ['page.url', 'browser.url', 'location.href', 'document.url'] as const; // prettier-ignore

/** Who sent the items of a request: named by their resource and by themselves, and worked out once for each. */
export class OtlpSenders {
  private readonly intake: Intake;
  private readonly known = new Map<string, ItemSender>();

  constructor(intake: Intake) {
    this.intake = intake;
  }

  /**
   * The sender of an item with these attributes, from which the person is taken out. `urlIsPage`: the item's `url.full`
   * is the page's address, not one that the page asked for.
   */
  of({ resource, resourceNumber }: OtlpGroup, attributes: JsonObject, urlIsPage: boolean): ItemSender {
    const person = takePerson(attributes, resource);
    const pageName = pageNames.find((name) => textAt(attributes, name) !== undefined);
    const url = textAt(attributes, pageName ?? (urlIsPage ? 'url.full' : ''));
    const route = textAt(attributes, 'page.route');
    const sessionId = attributes['session.id'] ?? resource['session.id'];
    const key = JSON.stringify([resourceNumber, url, route, String(sessionId), [...person]]);
    const known = this.known.get(key);
    if (known !== undefined) {
      return known;
    }
    const sender = describeSender(this.intake, {
      externalId:
        person.get('user.id') ?? person.get('enduser.id') ?? person.get('user.name') ?? person.get('user.email'),
      email: person.get('user.email'),
      name: person.get('user.full_name') ?? person.get('user.name'),
      literals: [...person.values()],
      sessionId,
      url,
      route,
      environment: textAt(resource, 'deployment.environment.name') ?? textAt(resource, 'deployment.environment'),
      release: textAt(resource, 'service.version'),
      userAgent: textAt(resource, 'user_agent.original') ?? textAt(resource, 'browser.user_agent'),
      device: {
        language: textAt(resource, 'browser.language'),
        sdk_name: textAt(resource, 'telemetry.sdk.name'),
        sdk_version: textAt(resource, 'telemetry.sdk.version'),
      },
    });
    this.known.set(key, sender);
    return sender;
  }
}

/** What names the person, which is then no longer among the attributes; what an item says comes before its resource. */
function takePerson(attributes: JsonObject, resource: JsonObject): Map<string, string> {
  const person = new Map<string, string>();
  for (const key of personal) {
    const value = attributes[key] ?? resource[key];
    if (attributes[key] !== undefined) {
      attributes[key] = undefined;
    }
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      person.set(key, String(value));
    }
  }
  return person;
}
