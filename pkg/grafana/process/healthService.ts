import { status } from '@grpc/grpc-js';
import { HealthCheckResponse_ServingStatus, type HealthServer } from '../generated/health';

/** Under this name Grafana asks for the process itself; how the server behind it is, CheckHealth tells. */
const served = ['', 'plugin'];

/** Says that the process answers, which it does as long as it can say so. */
export function healthService(): HealthServer {
  return {
    check: ({ request }, callback) => {
      if (served.includes(request.service)) {
        callback(null, { status: HealthCheckResponse_ServingStatus.SERVING });
      } else {
        callback({ code: status.NOT_FOUND, details: 'unknown service' });
      }
    },
    watch: (call) => {
      call.on('cancelled', () => call.end());
      call.on('error', () => undefined);
      const known = served.includes(call.request.service);
      call.write({
        status: known ? HealthCheckResponse_ServingStatus.SERVING : HealthCheckResponse_ServingStatus.SERVICE_UNKNOWN,
      });
    },
  };
}
