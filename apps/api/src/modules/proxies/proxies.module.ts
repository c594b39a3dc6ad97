import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { PapersModule } from '../papers';
import { ReviewsModule } from '../reviews';
import { RollModule } from '../roll';
import { GiveProxyAuthorisation } from './give-proxy-authorisation';
import { LetterBox } from './letter-box';
import { ProxyRecords } from './personal-records';
import { ProxiesController } from './proxies.controller';
import { ProxyAccess } from './proxy-access';
import { ReadProxies } from './read-proxies';
import { ReviewProxy } from './review-proxy';
import { RevokeProxyAuthorisation } from './revoke-proxy-authorisation';

/** Letters by which owners let somebody else cast their household's ballot (委托). */
@Module({
  imports: [BindingsModule, PapersModule, ReviewsModule, RollModule],
  controllers: [ProxiesController],
  providers: [
    GiveProxyAuthorisation,
    LetterBox,
    ProxyAccess,
    ProxyRecords,
    ReadProxies,
    ReviewProxy,
    RevokeProxyAuthorisation,
  ],
  exports: [ProxyAccess, RevokeProxyAuthorisation],
})
export class ProxiesModule {}
