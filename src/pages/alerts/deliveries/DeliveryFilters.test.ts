import { readDeliveryFilters } from './DeliveryFilters';

const id = '01890000-0000-7000-8000-000000000001';

describe('the filters of the delivery log', () => {
  it('come from the URL', () => {
    expect(readDeliveryFilters(new URLSearchParams(`status=failed&channel=on+call&rule=${id}&instance=${id}`))).toEqual(
      {
        status: 'failed',
        channel: 'on call',
        rule: id,
        instance: id,
      }
    );
  });
  it('leave out what the server would refuse', () => {
    expect(readDeliveryFilters(new URLSearchParams('status=lost&rule=1&instance=x'))).toEqual({});
  });
});
