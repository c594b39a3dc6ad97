import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../../platform/access';
import { Returns } from '../../../platform/openapi';
import { UnmaskedPhoneDto, UnmaskPhoneInput } from '../../../platform/privacy';
import { IdParam } from '../../../platform/validation';
import { UnmaskPhone } from './unmask-phone';

/** Whole telephone numbers of people on the roll, one at a time and for a reason. */
@ApiTags('roll')
@Access('officer')
@Controller()
export class PhonesController {
  constructor(private readonly unmask: UnmaskPhone) {}

  /** The telephone of an owner; logged with the reason. 404 not_found, no_phone_recorded; 429 after 60 an hour. */
  @Returns(200, UnmaskedPhoneDto)
  @Post('owners/:id/phone')
  unmaskOwnerPhone(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: UnmaskPhoneInput,
  ): Promise<UnmaskedPhoneDto> {
    return this.unmask.ofOwner(actor, id, reason);
  }

  /** The telephone of a public flat's tenant; logged with the reason. 404 not_found, no_phone_recorded; 429. */
  @Returns(200, UnmaskedPhoneDto)
  @Post('households/:id/tenant-phone')
  unmaskTenantPhone(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: UnmaskPhoneInput,
  ): Promise<UnmaskedPhoneDto> {
    return this.unmask.ofTenant(actor, id, reason);
  }
}
