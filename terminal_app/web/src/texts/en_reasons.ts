import type { jaReasons } from "./ja_reasons";
import type { ReasonTexts } from "./reason";

// The same reasons as ja_reasons.ts.
export const enReasons: Record<keyof typeof jaReasons, ReasonTexts> = {
  "F-CARD-REMOVED": [
    "The card moved before the end.",
    "The card was lifted before the end.",
    "Ask the patient to place the card and start again.",
  ],
  "F-CARD-UNSUITABLE": [
    "This card cannot be used here.",
    "The card on the reader is not a My Number Card.",
    "Ask for the My Number Card, or go on without a card.",
  ],
  "F-CARD-DRIVING-LICENCE": [
    "This is a driving licence.",
    "A driving licence lies on the reader.",
    "Ask for the My Number Card. One that is also a driving licence is accepted.",
  ],
  "F-CARD-RESIDENCE": [
    "This is a residence card.",
    "A residence card or special permanent resident certificate lies on the reader.",
    "Ask for the My Number Card.",
  ],
  "F-CARD-PASSPORT": [
    "This is a passport.",
    "A passport lies on the reader.",
    "Ask for the My Number Card.",
  ],
  "F-CARD-CREDIT": [
    "This is a credit or bank card.",
    "A payment card lies on the reader. Nothing was charged.",
    "Ask for the My Number Card.",
  ],
  "F-CARD-TRANSIT": [
    "This is a transit or e-money card.",
    "A transit or e-money card lies on the reader. Nothing was charged.",
    "Ask for the My Number Card. Look for a second card in the same case.",
  ],
  "F-CARD-PHONE": [
    "A phone cannot be used here.",
    "A phone lies on the reader. It holds no photo and no card face.",
    "Ask for the My Number Card, or go on without a card.",
  ],
  "F-CARD-RESIDENT-REGISTRY": [
    "This is a resident registry card.",
    "A resident registry card, the predecessor of the My Number Card, lies on the reader.",
    "Ask for the My Number Card, or go on without a card.",
  ],
  "F-CARD-UNREADABLE": [
    "The card could not be read.",
    "The card does not answer, or its answers are lost.",
    "Take it out of its case and place it again. Another card tells card from reader.",
  ],
  "F-CARD-UNEXPECTED": [
    "The card could not be read.",
    "The card answers in a way that a My Number Card should not.",
    "Try once more; if it stays so, go on without the card.",
  ],
  "F-CARD-LEFT": [
    "A card is still on the reader.",
    "The card of the last patient was left on the reader.",
    "Take it and give it back. What was read is already erased.",
  ],
  "F-READER-NONE": [
    "The card reader is not ready.",
    "No card reader is attached, or not the configured one.",
    "Check the cable of the reader. The terminal goes on by itself.",
  ],
  "F-READER-LOST": [
    "The card reader stopped.",
    "The card reader was unplugged or lost its power.",
    "Plug it in again. The terminal goes on by itself.",
  ],
  "F-READER-BUSY": [
    "The card reader is in use.",
    "Another program uses the card reader.",
    "Close the other program.",
  ],
  "F-READER-SERVICE": [
    "The card reader is not ready.",
    "The service that drives card readers is not running.",
    "Start the service (pcscd). The terminal goes on by itself.",
  ],
  "F-READER-ACCESS": [
    "The card reader is not ready.",
    "This program is not allowed to use card readers.",
    "Ask the engineer to check the installation.",
  ],
  "F-READER-STUCK": [
    "The card reader stopped.",
    "The card reader no longer answers.",
    "Unplug it and plug it in again, else restart the terminal.",
  ],
  "F-PIN-WRONG": [
    "The PIN was not right.",
    "A wrong PIN was typed, and nothing followed.",
    "Offer the face or the check by staff.",
  ],
  "F-PIN-BLOCKED": [
    "This PIN cannot be used now.",
    "The PIN was wrong three times, here or elsewhere, or the card was made for use without one.",
    "Offer the face or the check by staff. The city office can set a new PIN.",
  ],
  "F-PIN-UNAVAILABLE": [
    "No PIN is used with this card.",
    "The card has no PIN, or does not say how many tries are left. No PIN was sent.",
    "Offer the face or the check by staff.",
  ],
  "F-PIN-NONE": [
    "This card is used without a PIN.",
    "The card was made for use without a PIN. No number was sent.",
    "Offer the face or the check by staff.",
  ],
  "F-NUMBER-REJECTED": [
    "The numbers did not match the card.",
    "The card refused the number made of birth date, expiry year and security code.",
    "Wipe the card front and compare the digits. Each wrong entry costs a try.",
  ],
  "F-NUMBER-BLOCKED": [
    "The photo in the card cannot be read.",
    "The numbers of the card front were refused ten times in a row.",
    "Go on without the card. The city office can unlock it.",
  ],
  "F-NUMBER-UNREADABLE": [
    "The front of the card could not be read.",
    "The camera did not read the card front, and nothing was typed.",
    "Wipe the card and the glass, or type the numbers with the patient.",
  ],
  "F-SURFACE-CAMERA-NONE": [
    "The camera for the card is not ready.",
    "No camera for the card front is attached, or another program uses it.",
    "Check its cable. Patients can type the numbers meanwhile.",
  ],
  "F-SURFACE-CAMERA-LOST": [
    "The camera for the card stopped.",
    "The camera for the card front was unplugged or stopped giving new pictures.",
    "Check its cable. Patients can type the numbers meanwhile.",
  ],
  "F-SURFACE-CAMERA-BLACK": [
    "The camera for the card sees nothing.",
    "The pictures of the camera for the card front are black.",
    "Take the cover off its lens and switch its lamp on. Patients can type the numbers meanwhile.",
  ],
  "F-SURFACE-CAMERA-UNSUITABLE": [
    "The camera for the card cannot be used.",
    "The pictures of the camera for the card front are too small.",
    "Tell whoever set the terminal up. Patients can type the numbers meanwhile.",
  ],
  "F-SURFACE-CAMERA-SLOW": [
    "Reading the card takes a little longer.",
    "The camera for the card front gives fewer than two pictures a second.",
    "Give it more light. Reading works, and takes longer.",
  ],
  "F-SURFACE-MODELS": [
    "The card front cannot be read today.",
    "The reader of card fronts is not installed completely.",
    "Tell whoever set the terminal up. Patients can type the numbers meanwhile.",
  ],
  "F-TRUST-FAILED": [
    "The card could not be confirmed.",
    "A check of the card's certificate or signatures did not pass.",
    "Ask for another proof, without accusing anyone.",
  ],
  "F-TRUST-EXPIRED": [
    "The certificate in the card has expired.",
    "It is not valid today, not even with the three months after its end.",
    "Ask for another proof. The city office renews the certificate.",
  ],
  "F-TRUST-REVOKED": [
    "The certificate in the card is no longer in use.",
    "It was revoked: after a move, a change of name, a lost card, or a new card.",
    "Ask for the newest card or another proof, without accusing anyone.",
  ],
  "F-TRUST-ANCHORS": [
    "The machine is not ready.",
    "The certificates against which cards are checked are missing.",
    "Tell the engineer.",
  ],
  "F-PHOTO-UNREADABLE": [
    "The photo in the card could not be used.",
    "The photo in the card is damaged, cannot be compared, or only fills the place (a small child's card).",
    "Offer the PIN or the check by staff.",
  ],
  "F-PHOTO-NONE": [
    "This card has no photo.",
    "The card holds no photo (a small child's card).",
    "Offer the PIN (guardian) or another proof.",
  ],
  "F-PHOTO-DECODER": [
    "The face check cannot be used now.",
    "The program that opens the card's photo does not run on this terminal.",
    "Use the PIN or the check by staff, and tell the engineer.",
  ],
  "F-FACE-NOT-CONFIRMED": [
    "We could not confirm by face.",
    "The live face and the card's photo are not alike enough.",
    "Compare person and photo yourself (check by staff). Photos grow old.",
  ],
  "F-FACE-UNSURE": [
    "We could not confirm clearly by face.",
    "The live face and the card's photo are alike, but not clearly enough.",
    "Use the check by staff or the PIN.",
  ],
  "F-FACE-LIVENESS": [
    "The camera check could not be finished.",
    "The face matches, but the camera did not show that a living person stands there. This says nothing against the patient.",
    "Use the check by staff or the PIN.",
  ],
  "F-FACE-NONE": [
    "The camera did not see a face.",
    "The camera saw no usable face in time.",
    "Adjust height and light, or use another way.",
  ],
  "F-FACE-SEVERAL": [
    "The camera saw several people.",
    "More than one face was in the picture all the time.",
    "Ask others to step aside, or use another way.",
  ],
  "F-FACE-TRIES": [
    "The face check was tried several times.",
    "The face check was begun as often as one visit may begin it, and gave no result.",
    "Use the PIN or the check by staff.",
  ],
  "F-FACE-MODELS": [
    "The face check cannot be used now.",
    "The models of the face check are not installed.",
    "Use the PIN or the check by staff.",
  ],
  "F-CAMERA-NONE": [
    "The camera is not ready.",
    "No camera is attached, or another program uses it.",
    "Check its cable. PIN and check by staff work without it.",
  ],
  "F-CAMERA-LOST": [
    "The camera stopped.",
    "The camera was unplugged or stopped giving pictures.",
    "Check its cable. PIN and check by staff work without it.",
  ],
  "F-CAMERA-BLACK": [
    "The camera sees nothing.",
    "The pictures of the face camera are black.",
    "Take the cover off its lens and switch the light on. PIN and check by staff work without it.",
  ],
  "F-CAMERA-UNSUITABLE": [
    "The camera cannot be used.",
    "The pictures of the face camera are too small, or not whole.",
    "Tell whoever set the terminal up. PIN and check by staff work without it.",
  ],
  "F-CAMERA-SLOW": [
    "The face check takes longer today.",
    "The face camera gives fewer than two pictures a second.",
    "Give it more light. The face check still works.",
  ],
  "F-LINK-FOLDER": [
    "The insurance check is not available now.",
    "The folder shared with the eligibility terminal cannot be reached.",
    "Check network and eligibility terminal; go on as for a network failure.",
  ],
  "F-LINK-TIMEOUT": [
    "The insurance check takes long.",
    "No answer came in time from the eligibility terminal.",
    "Try again later; go on as for a network failure.",
  ],
  "F-ANSWER-UNREADABLE": [
    "The answer of the insurance check could not be read.",
    "The answer of the eligibility terminal could not be read.",
    "Use the screen of the eligibility terminal; tell the engineer.",
  ],
  "F-ANSWER-FOREIGN": [
    "The answer of the insurance check could not be used.",
    "An answer to another request came. It was not used.",
    "Start again; check whether two terminals share one folder.",
  ],
  "F-IDENTITY-UNKNOWN": [
    "You were not found in our list.",
    "The patient index has no entry for the person of this card, or several.",
    "Register the patient or correct the chart, and start again.",
  ],
  "F-IDENTITY-MISMATCH": [
    "Our staff will check what is on record.",
    "The answer belongs to a person who differs from the card in birth date or sex.",
    "Do not use the answer. Suspect a mis-link: report it, and use another proof.",
  ],
  "F-IDENTITY-NOT-CONFIRMED": [
    "We could not confirm in this way.",
    "Staff compared person and photo and did not confirm.",
    "Use another proof.",
  ],
  "F-SYSTEM-TIMED-OUT": [
    "Nothing was pressed for a while, so this ended.",
    "Nothing was pressed within the time limit.",
    "Ask whether help is needed.",
  ],
  "F-SYSTEM-CANCELLED": [
    "The reception was stopped.",
    "The patient or staff stopped the reception.",
    "Nothing to do.",
  ],
  "F-SYSTEM-SHUTDOWN": [
    "This machine is being switched off.",
    "The terminal was asked to end.",
    "Wait until it has started again.",
  ],
  "F-SYSTEM-HAND-OVER": [
    "The result could not be passed on.",
    "The hand-over to the receipt computer failed.",
    "Enter the result by hand and check the hand-over folder.",
  ],
  "F-SYSTEM-STORAGE": [
    "The machine is not ready.",
    "What the terminal notes of receptions cannot be written.",
    "Tell the engineer.",
  ],
  "F-SYSTEM-CONFIG": [
    "The machine is not ready.",
    "A setting of the terminal is not right.",
    "Tell the engineer.",
  ],
  "F-SYSTEM-INTERNAL": [
    "Something in the machine did not work.",
    "The terminal met a fault of its own.",
    "Start again, and tell the engineer.",
  ],
};
