import type { HealthCheck } from '../../../contract/resources/healthChecks';
import type { CreateStatusPage, StatusPage, StatusPageService } from '../../../contract/resources/statusPages';

/** A public page as it is typed. */
export interface StatusPageForm {
  title: string;
  /** Undefined: it follows the title. */
  slug: string | undefined;
  description: string;
  enabled: boolean;
  services: StatusPageService[];
}

export const newStatusPageForm: StatusPageForm = {
  title: '',
  slug: undefined,
  description: '',
  enabled: false,
  services: [],
};

export function formOfStatusPage({ title, slug, description, enabled, services }: StatusPage): StatusPageForm {
  return { title, slug, description, enabled, services: [...services] };
}

/** What is sent for a form. */
export function statusPageOfForm(form: StatusPageForm): CreateStatusPage {
  const { title, description, enabled, services } = form;
  return {
    title: title.trim(),
    slug: slugOf(form),
    description: description.trim(),
    enabled,
    services: services.map(({ check_id, display_name }) => ({ check_id, display_name: display_name.trim() })),
  };
}

const longestSlug = 63;

/** The last part of the page's address: what was typed, else made out of the title. */
export function slugOf({ slug, title }: Pick<StatusPageForm, 'slug' | 'title'>): string {
  return (
    slug?.trim() ??
    title
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, longestSlug)
      .replaceAll(/^-+|-+$/g, '')
  );
}

export type StatusPageProblems = Partial<Record<'title' | 'slug' | 'services', string>>;

/** What is missing before it can be sent; the server says the rest. */
export function problemsOfStatusPage(form: StatusPageForm): StatusPageProblems {
  const slug = slugOf(form);
  return {
    ...(form.title.trim() === '' && { title: 'A title is needed: visitors read it first.' }),
    ...(!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(slug) && {
      slug: 'Small letters, digits and hyphens, 63 at most, with a letter or digit at both ends.',
    }),
    ...(form.services.some(({ display_name: name }) => name.trim() === '') && {
      services: 'Each service needs the name that visitors read.',
    }),
  };
}

/** The form with one more service, under the name that it has inside until somebody types another. */
export function withService(form: StatusPageForm, check: Pick<HealthCheck, 'id' | 'service_name'>): StatusPageForm {
  return {
    ...form,
    services: [...form.services, { check_id: check.id, display_name: check.service_name.slice(0, 100) }],
  };
}

/** The services with the one at `index` a place further up. */
export function movedUp(services: readonly StatusPageService[], index: number): StatusPageService[] {
  const moved = services[index];
  const others = services.filter((_service, at) => at !== index);
  return moved === undefined ? others : [...others.slice(0, index - 1), moved, ...others.slice(index - 1)];
}
