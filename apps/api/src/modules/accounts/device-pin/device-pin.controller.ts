import { Body, Controller, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AdmitsBefore, CurrentActor, CurrentClient, type Actor, type Client } from '../../../platform/access';
import { Limits } from '../../../platform/limits';
import { Returns } from '../../../platform/openapi';
import { SessionDto } from '../dto/session.dto';
import { SessionAnswer } from '../session-answer';
import { DevicePin } from './device-pin';
import { DevicePinInput } from './dto/device-pin.dto';

/** The lock of a volunteer's device. It also locks itself after a quarter of an hour without a request. */
@ApiTags('session')
@Controller('session')
export class DevicePinController {
  constructor(
    private readonly devicePin: DevicePin,
    private readonly limits: Limits,
    private readonly answer: SessionAnswer,
  ) {}

  /** Sets this device's PIN, or another one while it is open. 400 weak_device_pin. */
  @Access('volunteer')
  @AdmitsBefore('set_device_pin')
  @Returns(200, SessionDto)
  @Put('device-pin')
  async setDevicePin(
    @CurrentActor() actor: Actor,
    @Body() { pin }: DevicePinInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.answer.give(await this.devicePin.set(actor, pin), client, request, reply);
  }

  /** Locks this device; safe to repeat. 403 device_pin_missing. */
  @Access('volunteer')
  @AdmitsBefore('unlock')
  @Returns(204)
  @Post('lock')
  lockDevice(@CurrentActor() actor: Actor): Promise<void> {
    return this.devicePin.lock(actor);
  }

  /** Opens this device. 401 wrong_device_pin with triesLeft; the fifth ends the session: 401 device_pin_tries_used. */
  @Access('volunteer')
  @AdmitsBefore('unlock')
  @Returns(200, SessionDto)
  @Post('unlock')
  async unlockDevice(
    @CurrentActor() actor: Actor,
    @Body() { pin }: DevicePinInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.limits.watch([['devicePinAccount', actor.accountId]], () =>
      this.devicePin.unlock(actor, pin),
    );
    return this.answer.give(started, client, request, reply);
  }
}
