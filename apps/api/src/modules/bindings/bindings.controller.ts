import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Refusal } from '../../platform/errors';
import { BodyLimit } from '../../platform/http';
import { Limits } from '../../platform/limits';
import { Returns } from '../../platform/openapi';
import { IdParam } from '../../platform/validation';
import { SecurityLog } from '../accounts';
import { PHOTO_BODY_BYTES } from '../papers';
import { CreateBinding } from './create-binding';
import { BindingDto, CreateBindingInput, RollMatchDto } from './dto/binding.dto';
import { HouseholdPersonDto } from './dto/office-binding.dto';
import { EndBinding } from './end-binding';
import { ListHouseholdPeople } from './list-household-people';
import { ReadRollMatches } from './read-roll-matches';

/** Belonging to a household. */
@ApiTags('bindings')
@Controller()
export class BindingsController {
  constructor(
    private readonly limits: Limits,
    private readonly create: CreateBinding,
    private readonly readMatches: ReadRollMatches,
    private readonly people: ListHouseholdPeople,
    private readonly ending: EndBinding,
    private readonly log: SecurityLog,
  ) {}

  /** Binds the signed-in person to a household. By slip or by the phone on the roll at once; else the office checks. */
  @Access('resident')
  @Returns(201, BindingDto)
  @BodyLimit(PHOTO_BODY_BYTES)
  @Post('bindings')
  createBinding(
    @CurrentActor() actor: Actor,
    @Body() input: CreateBindingInput,
    @Req() request: FastifyRequest,
  ): Promise<BindingDto> {
    return this.limits.watch([['slipAddress', request.ip]], () => this.tryToBind(actor, input));
  }

  /** A wrong PIN is a try to get at somebody's household, and stands in the log also though nothing came of it. */
  private async tryToBind(actor: Actor, input: CreateBindingInput): Promise<BindingDto> {
    try {
      return await this.create.execute(actor, input);
    } catch (error) {
      const code = error instanceof Refusal ? error.code : undefined;
      if (code === 'wrong_pin' || code === 'slip_locked') {
        await this.log.refused({ accountId: actor.accountId }, 'slip', { triesUsed: code === 'slip_locked' });
      }
      throw error;
    }
  }

  /** Doors where the signed-in person's phone stands on the roll and that are not bound yet. */
  @Access('resident')
  @Returns(200, [RollMatchDto])
  @Get('my/roll-matches')
  listRollMatches(@CurrentActor() actor: Actor): Promise<RollMatchDto[]> {
    return this.readMatches.execute(actor);
  }

  /** Who is bound to a household, names masked. 404 not_bound; 403 people_not_yours for tenants and relatives. */
  @Access('resident')
  @Returns(200, [HouseholdPersonDto])
  @Get('my/households/:householdId/people')
  listHouseholdPeople(
    @CurrentActor() actor: Actor,
    @Param('householdId', IdParam) householdId: string,
  ): Promise<HouseholdPersonDto[]> {
    return this.people.execute(actor, householdId);
  }

  /** Ends one's own binding; safe to repeat. 404 binding_unknown for anyone else's. */
  @Access('resident')
  @Returns(204)
  @Delete('bindings/:id')
  async endOwnBinding(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.ending.own(actor, id);
  }
}
