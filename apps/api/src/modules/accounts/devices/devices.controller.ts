import { Controller, Delete, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, clearSessionCookie, CurrentActor, type Actor } from '../../../platform/access';
import { Returns } from '../../../platform/openapi';
import { IdParam } from '../../../platform/validation';
import { DeviceDto } from './dto/device.dto';
import { MyDevices } from './my-devices';

/** Where one is signed in. */
@ApiTags('session')
@Controller('my/devices')
export class DevicesController {
  constructor(private readonly devices: MyDevices) {}

  /** The devices this account is signed in on, this one first. */
  @Access('signed_in')
  @Returns(200, [DeviceDto])
  @Get()
  listMyDevices(@CurrentActor() actor: Actor): Promise<DeviceDto[]> {
    return this.devices.list(actor);
  }

  /** Signs one of one's devices out, effective with its next request; safe to repeat. 404 for anyone else's. */
  @Access('signed_in')
  @Returns(204)
  @Delete(':id')
  async endMyDevice(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.devices.end(actor, id);
    if (id === actor.sessionId) clearSessionCookie(request, reply);
  }

  /** Signs every other device of this account out. */
  @Access('signed_in')
  @Returns(204)
  @Delete()
  endMyOtherDevices(@CurrentActor() actor: Actor): Promise<void> {
    return this.devices.endOthers(actor);
  }
}
