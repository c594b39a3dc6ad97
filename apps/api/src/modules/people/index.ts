export { AddPerson } from './add-person';
export { PeopleModule } from './people.module';
