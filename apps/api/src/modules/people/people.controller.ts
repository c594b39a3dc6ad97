import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { AddPerson } from './add-person';
import {
  AddedPersonDto,
  AddPersonInput,
  ListPeopleQuery,
  PeoplePageDto,
  PersonDto,
  PersonReasonInput,
  SetRemitsInput,
  TemporaryPasswordDto,
} from './dto/person.dto';
import { ManagePerson } from './manage-person';
import { ReadPeople } from './read-people';
import { SetRemits } from './set-remits';

/**
 * Who works here and where they have a say. The operator looks after all accounts; an officer after the committee, the
 * contractors and the volunteers of the neighbourhood; an auditor reads.
 */
@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: ReadPeople,
    private readonly add: AddPerson,
    private readonly remits: SetRemits,
    private readonly manage: ManagePerson,
  ) {}

  /** People within reach, newest account first; by role, by part of a name or username, or by telephone. */
  @Access('officer', 'operator', 'auditor')
  @Returns(200, PeoplePageDto)
  @Get()
  listPeople(@CurrentActor() actor: Actor, @Query() query: ListPeopleQuery): Promise<PeoplePageDto> {
    return this.transactions.read((tx) => this.people.list(tx, actor, query));
  }

  /** Opens an account; the password is in this answer and nowhere else. 403 role_not_yours, 409 username_taken. */
  @Access('officer', 'operator')
  @Returns(201, AddedPersonDto)
  @Post()
  addPerson(@CurrentActor() actor: Actor, @Body() input: AddPersonInput): Promise<AddedPersonDto> {
    return this.add.execute(actor, input);
  }

  /** Replaces the places someone has a say over, within one's own reach; they sign in anew. 404 person_unknown. */
  @Access('officer', 'operator')
  @Returns(200, PersonDto)
  @Put(':id/remits')
  setRemits(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: SetRemitsInput,
  ): Promise<PersonDto> {
    return this.remits.execute(actor, id, input);
  }

  /** Shuts an account at once. 404 person_unknown, 403 person_not_yours, 409 not_yourself, last_operator. */
  @Access('officer', 'operator')
  @Returns(200, PersonDto)
  @Post(':id/disable')
  disablePerson(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: PersonReasonInput,
  ): Promise<PersonDto> {
    return this.manage.disable(actor, id, reason);
  }

  /** Opens an account again. 404 person_unknown, 403 person_not_yours, 409 not_yourself. */
  @Access('officer', 'operator')
  @Returns(200, PersonDto)
  @Post(':id/enable')
  enablePerson(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: PersonReasonInput,
  ): Promise<PersonDto> {
    return this.manage.enable(actor, id, reason);
  }

  /** A new password, shown this once; second factors are gone. 404 person_unknown, 409 person_without_password. */
  @Access('officer', 'operator')
  @Returns(200, TemporaryPasswordDto)
  @Post(':id/reset-sign-in')
  resetSignIn(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: PersonReasonInput,
  ): Promise<TemporaryPasswordDto> {
    return this.manage.resetSignIn(actor, id, reason);
  }

  /** Signs someone out everywhere. 404 person_unknown, 403 person_not_yours, 409 not_yourself. */
  @Access('officer', 'operator')
  @Returns(204)
  @Post(':id/end-sessions')
  async endSessionsOfPerson(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: PersonReasonInput,
  ): Promise<void> {
    await this.manage.endSessions(actor, id, reason);
  }
}
