import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { BodyLimit } from '../../platform/http';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { PHOTO_BODY_BYTES } from '../papers';
import { GiveProxyInput, MyProxyAuthorisationsDto, ProxyAuthorisationDto, RevokeProxyInput } from './dto/proxy.dto';
import { GiveProxyAuthorisation } from './give-proxy-authorisation';
import { ReadProxies } from './read-proxies';
import { RevokeProxyAuthorisation } from './revoke-proxy-authorisation';

/** Proxies' letters (委托书). */
@ApiTags('proxies')
@Controller()
export class ProxiesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly give: GiveProxyAuthorisation,
    private readonly proxies: ReadProxies,
    private readonly revoke: RevokeProxyAuthorisation,
  ) {}

  /** An owner hands in a letter; the office looks at it. 403 proxy_not_yours, 409 proxy_round_over, 422 proxy_term_wrong. */
  @Access('resident')
  @Returns(201, ProxyAuthorisationDto)
  @BodyLimit(PHOTO_BODY_BYTES)
  @Post('proxy-authorisations')
  giveProxyAuthorisation(@CurrentActor() actor: Actor, @Body() input: GiveProxyInput): Promise<ProxyAuthorisationDto> {
    return this.give.execute(actor, input);
  }

  /** The letters I gave, and those given to me that the office approved. */
  @Access('resident')
  @Returns(200, MyProxyAuthorisationsDto)
  @Get('my/proxy-authorisations')
  listMyProxyAuthorisations(@CurrentActor() actor: Actor): Promise<MyProxyAuthorisationsDto> {
    return this.transactions.read((tx) => this.proxies.mine(tx, actor));
  }

  /** The letters of a household, as the office reads them: newest first, whatever became of them. 404 roll_household_unknown. */
  @Access(...OFFICE_READERS)
  @Returns(200, [ProxyAuthorisationDto])
  @Get('households/:id/proxy-authorisations')
  listHouseholdProxyAuthorisations(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ProxyAuthorisationDto[]> {
    return this.transactions.read((tx) => this.proxies.ofHousehold(tx, actor, id));
  }

  /** Takes a letter back, effective at once; safe to repeat. 404 proxy_unknown. */
  @Access('resident', 'officer')
  @Returns(200, ProxyAuthorisationDto)
  @Post('proxy-authorisations/:id/revoke')
  revokeProxyAuthorisation(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: RevokeProxyInput,
  ): Promise<ProxyAuthorisationDto> {
    return this.revoke.execute(actor, id, input.reason);
  }
}
