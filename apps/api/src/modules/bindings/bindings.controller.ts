import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Limits } from '../../platform/limits';
import { Returns } from '../../platform/openapi';
import { CreateBinding } from './create-binding';
import { BindingDto, CreateBindingInput, RollMatchDto } from './dto/binding.dto';
import { ReadRollMatches } from './read-roll-matches';

/** Belonging to a household. */
@ApiTags('bindings')
@Controller()
export class BindingsController {
  constructor(
    private readonly limits: Limits,
    private readonly create: CreateBinding,
    private readonly readMatches: ReadRollMatches,
  ) {}

  /** Binds the signed-in person to a household. By slip or by the phone on the roll at once; else the office checks. */
  @Access('resident')
  @Returns(201, BindingDto)
  @Post('bindings')
  createBinding(
    @CurrentActor() actor: Actor,
    @Body() input: CreateBindingInput,
    @Req() request: FastifyRequest,
  ): Promise<BindingDto> {
    return this.limits.watch([['slipAddress', request.ip]], () => this.create.execute(actor, input));
  }

  /** Doors where the signed-in person's phone stands on the roll and that are not bound yet. */
  @Access('resident')
  @Returns(200, [RollMatchDto])
  @Get('my/roll-matches')
  listRollMatches(@CurrentActor() actor: Actor): Promise<RollMatchDto[]> {
    return this.readMatches.execute(actor);
  }
}
