import { Body, Controller, Delete, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../../platform/access';
import { Returns } from '../../../platform/openapi';
import { HelperDto, SessionDto } from '../dto/session.dto';
import { HelperMode } from './helper-mode';

/** Saying that someone holds the device for you (家人代操作). */
@ApiTags('session')
@Controller('session/helper')
export class HelperController {
  constructor(private readonly helperMode: HelperMode) {}

  /** Names the helper; everything this session does from now on carries the name. */
  @Access('resident')
  @Returns(200, SessionDto)
  @Put()
  beginHelperMode(@CurrentActor() actor: Actor, @Body() input: HelperDto): Promise<SessionDto> {
    return this.helperMode.begin(actor, input);
  }

  /** The person goes on alone; safe to repeat. */
  @Access('resident')
  @Returns(200, SessionDto)
  @Delete()
  endHelperMode(@CurrentActor() actor: Actor): Promise<SessionDto> {
    return this.helperMode.end(actor);
  }
}
