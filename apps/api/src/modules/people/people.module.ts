import { Module } from '@nestjs/common';
import { RollModule } from '../roll';
import { AddPerson } from './add-person';
import { ManagePerson } from './manage-person';
import { PeopleAccess } from './people.access';
import { PeopleController } from './people.controller';
import { ReadPeople } from './read-people';
import { SetRemits } from './set-remits';

/** Those who work for the office or help it: their accounts, and where they have a say. */
@Module({
  imports: [RollModule],
  controllers: [PeopleController],
  providers: [PeopleAccess, ReadPeople, AddPerson, SetRemits, ManagePerson],
  exports: [AddPerson],
})
export class PeopleModule {}
