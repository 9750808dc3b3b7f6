import { createGuard } from '../guard';
import { rememberChoices } from './rememberChoices';

const guard = createGuard();

describe('remembered choices', () => {
  beforeEach(() => localStorage.clear());

  it('last over pages, and nothing is written by reading', () => {
    const first = rememberChoices(window, 'k', guard);
    expect(first.read()).toEqual({});
    expect(localStorage).toHaveLength(0);
    first.write({ analytics: 'denied' });
    expect(rememberChoices(window, 'k', guard).read()).toEqual({ analytics: 'denied' });
  });

  it('last as long as the page where storage is denied', () => {
    const page = {
      get localStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    } as Window;
    const choices = rememberChoices(page, 'k', guard);
    choices.write({ errors: 'granted' });
    expect(choices.read()).toEqual({ errors: 'granted' });
  });

  it('hear of other tabs, of their own entry only', () => {
    const heard: number[] = [];
    rememberChoices(window, 'k', guard).watch(() => heard.push(1));
    window.dispatchEvent(new StorageEvent('storage', { key: 'other' }));
    expect(heard).toHaveLength(0);
    window.dispatchEvent(new StorageEvent('storage', { key: 'k' }));
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(heard).toHaveLength(2);
  });
});
