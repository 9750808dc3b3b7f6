import { checkKind } from '../CheckKindDescription';
import { durationSource } from '../sharedSources';

export const dns = checkKind({
  label: 'DNS',
  description: 'Asks a resolver for the records of a name',
  way: 'probed',
  fields: {
    name: { label: 'Name', placeholder: 'shop.example', type: 'host', isRequired: true },
    record: {
      label: 'Record',
      type: 'choice',
      choices: ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'CAA', 'SOA', 'PTR'],
      isRequired: true,
    },
    resolver: {
      label: 'Resolver',
      description: "An address, with a port if it is not 53; unless given, the system's",
      placeholder: '9.9.9.9',
      type: 'text',
      minLength: 1,
      maxLength: 255,
    },
  },
  sources: {
    answer: { label: 'Answers', example: '192.0.2.1' },
    answer_count: { label: 'Number of answers', example: '2', isNumber: true },
    duration: durationSource,
  },
  implied: {
    assertions: [{ source: 'answer', operator: 'exists' }],
    text: 'Without an assertion about the answers, any answer passes.',
  },
  details: { answers: 'Answers' },
  target: ({ resolver }) =>
    resolver === undefined ? null : { field: 'settings.resolver', host: hostOfResolver(resolver), place: resolver },
  inWords: ({ name, record, resolver }) => `${record} of ${name}${resolver === undefined ? '' : ` at ${resolver}`}`,
});

/** `[2001:db8::1]:53`, `192.0.2.1:53`, a bare address of either family, or a name. */
function hostOfResolver(resolver: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(resolver)?.[1];
  return bracketed ?? (/^[^:]+:\d+$/.test(resolver) ? resolver.replace(/:\d+$/, '') : resolver);
}
