const items = 100;

/** A function whose every answer is another plain batch of 100 items: 60 timings, 40 events. */
export function plainBatches(now: number): () => string {
  const timestamp = new Date(now).toISOString();
  let count = 0;
  const item = (index: number): string =>
    index % 5 < 3
      ? `{"type":"performance","metric_type":"LCP","metric_value":${1200 + ((count * 7 + index * 13) % 3000)},"metric_unit":"ms",` +
        `"page_url":"https://shop.example/product/${index}","session_id":"s-${count}-${index % 10}","timestamp":"${timestamp}",` +
        `"device_info":{"browser":"Chrome","os":"Linux","device_type":"desktop"}}`
      : `{"type":"event","event_type":"user_action","event_name":"click","event_data":{"button":"buy","index":${index}},` +
        `"page_url":"https://shop.example/product/${index}","session_id":"s-${count}-${index % 10}","timestamp":"${timestamp}"}`;
  return () => {
    count += 1;
    return `{"items":[${Array.from({ length: items }, (_, index) => item(index)).join(',')}]}`;
  };
}
