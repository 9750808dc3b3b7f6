import { complaintAboutTemplate, renderTemplate } from './renderTemplate';

const facts = {
  rule: { name: 'LCP is poor', description: '', severity: 'high' as const },
  labels: { page_path: '/cart/:id' },
  subject: '',
  value: 3141.59,
  limit: 2500,
  value_text: '3.142 s',
  limit_text: '2.5 s',
};

describe('renderTemplate', () => {
  it('fills in what was measured', () => {
    expect(renderTemplate('{{ labels.page_path }}: {{ value | round }} ms, over {{ limit }}', facts)).toBe(
      '/cart/:id: 3142 ms, over 2500'
    );
    expect(renderTemplate('{% if value > limit %}{{ rule.name }}{% endif %}', facts)).toBe('LCP is poor');
  });

  it('takes what a label says for text, never for a template', () => {
    expect(renderTemplate('{{ labels.page_path }}', { ...facts, labels: { page_path: '{{ rule.name }}' } })).toBe(
      '{{ rule.name }}'
    );
  });
});

describe('complaintAboutTemplate', () => {
  it('has none about what can be filled in', () => {
    expect(complaintAboutTemplate('{{ labels.page_path }} {{ value }}', ['page_path'])).toBeUndefined();
    expect(complaintAboutTemplate('Plain text, 100 %', [])).toBeUndefined();
  });

  it.each([
    ['a label that the rule does not have', '{{ labels.browser }}', 'labels.browser'],
    ['an unknown name', '{{ secret }}', 'secret'],
    ['an unknown filter', '{{ value | explode }}', 'explode'],
    ['a tag that is not closed', '{% if value %}', 'not closed'],
    ['an inherited property', '{{ labels.constructor }}', 'constructor'],
    ['a file', '{% include "/etc/passwd" %}', '/etc/passwd'],
    ['more than fits into memory', '{% for i in (1..1000000000) %}x{% endfor %}', 'limit'],
    [
      'a loop in a loop in a loop',
      '{% for i in (1..999) %}{% for j in (1..999) %}{% for k in (1..999) %}x{% endfor %}{% endfor %}{% endfor %}',
      'limit',
    ],
  ])('names %s, and what may be used', (_what, template, part) => {
    const complaint = complaintAboutTemplate(template, ['page_path']);
    expect(complaint).toContain(part);
    expect(complaint).toContain('labels.page_path');
    expect(complaint).not.toContain('root:');
  });
});
