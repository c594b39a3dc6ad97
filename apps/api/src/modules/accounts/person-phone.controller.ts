import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { UnmaskedPhoneDto, UnmaskPhoneInput } from '../../platform/privacy';
import { IdParam } from '../../platform/validation';
import { UnmaskPersonPhone } from './unmask-person-phone';

@ApiTags('people')
@Access('officer')
@Controller('people')
export class PersonPhoneController {
  constructor(private readonly unmask: UnmaskPersonPhone) {}

  /** The telephone of a volunteer or colleague; logged with the reason. 404 not_found, no_phone_recorded; 429. */
  @Returns(200, UnmaskedPhoneDto)
  @Post(':id/phone')
  unmaskPersonPhone(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: UnmaskPhoneInput,
  ): Promise<UnmaskedPhoneDto> {
    return this.unmask.execute(actor, id, reason);
  }
}
