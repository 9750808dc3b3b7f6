import React from 'react';

/** The tab that Grafana's plugin page shows to an Admin. */
export default function Configuration() {
  return <>Seamark</>;
}
