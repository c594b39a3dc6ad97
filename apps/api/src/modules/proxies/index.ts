export { ProxiesModule } from './proxies.module';
export { ProxyAccess } from './proxy-access';
export type { HeldLetter } from './proxies.repository';
export { RevokeProxyAuthorisation } from './revoke-proxy-authorisation';
