export { AgreementsModule } from './agreements.module';
export { latestSigned } from './consent-forms.repository';
export { SignConsentForm } from './sign-consent-form';
export { Signatures, type ReadSignature } from './signatures';
export { SignatureInput } from './dto/consent-form.dto';
