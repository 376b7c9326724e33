// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'
import type { Column } from './columns.ts'

/** The closed list of what can be wrong with a line of a jury's file. */
export const faultCodes = [
  'empty', 'digits', 'control-character', 'formula', 'mojibake', 'too-long',
  'ine-form', 'spreadsheet-number', 'uai-form', 'uai-letter', 'leading-zero-lost',
  'date-form', 'date-short-year', 'date-serial', 'date-impossible', 'birth-after-session', 'birth-implausible',
  'average-form', 'average-range',
  'mention-unknown', 'mention-above-average', 'mention-below-average', 'mention-of-refused', 'mention-not-given',
  'decision-unknown', 'diploma-unknown', 'academy-unknown', 'academy-other', 'session-form', 'session-other',
  'cells', 'not-json',
  'double-in-file', 'double-earlier', 'nothing-to-correct',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** One thing wrong with a line. The cell's own text is never in it: it may be a name. */
export type Fault = { code: FaultCode; column: Column | null }

const word = (fr: [string, string], en: [string, string]) =>
  ({ reason: { fr: fr[0], en: en[0] }, remedy: { fr: fr[1], en: en[1] } })

/** Of each fault: why the line is refused, and what to do. */
export const faultWords: Record<FaultCode, { reason: Text; remedy: Text }> = {
  'empty': word(['La cellule est vide', 'Complétez-la dans le fichier d’origine.'], ['The cell is empty', 'Fill it in, in the original file.']),
  'digits': word(['Un nom contient un chiffre', 'Vérifiez que les colonnes ne sont pas décalées.'], ['A name holds a digit', 'Check that the columns have not slipped.']),
  'control-character': word(['Le texte contient un caractère invisible, ou une moitié de caractère', 'Retapez la cellule au lieu de la copier.'], ['The text holds an invisible character, or half of one', 'Type the cell again instead of pasting it.']),
  'formula': word(['Le texte commence comme une formule de tableur (=, +, - ou @)', 'Retirez ce signe : un tableur l’exécuterait.'], ['The text begins like a spreadsheet formula (=, +, - or @)', 'Remove the sign: a spreadsheet would run it.']),
  'mojibake': word(['Des lettres sont abîmées (Ã© ou ? au lieu de é)', 'Exportez de nouveau depuis l’application d’origine, en UTF-8.'], ['Letters are damaged (Ã© or ? for é)', 'Export again from the original application, in UTF-8.']),
  'too-long': word(['Le texte dépasse 200 caractères', 'Vérifiez qu’un guillemet n’a pas été oublié.'], ['The text is over 200 characters long', 'Check that no quotation mark is missing.']),
  'ine-form': word(['L’INE n’a aucune des formes connues', 'Attendu : 9 chiffres et 2 lettres, 10 chiffres et 1 lettre, ou la forme des apprentis.'], ['The INE has none of the known forms', 'Expected: 9 digits and 2 letters, 10 digits and 1 letter, or the form of apprentices.']),
  'spreadsheet-number': word(['Un tableur a transformé le numéro (1,23E+10)', 'Reprenez le fichier d’origine : mettez la colonne en texte avant d’ouvrir.'], ['A spreadsheet changed the number (1.23E+10)', 'Go back to the original file: set the column to text before opening it.']),
  'uai-form': word(['L’UAI n’a pas la bonne forme', 'Attendu : 7 chiffres et 1 lettre.'], ['The UAI does not have the right form', 'Expected: 7 digits and 1 letter.']),
  'uai-letter': word(['La lettre de contrôle de l’UAI ne correspond pas', 'Un chiffre ou la lettre est faux : vérifiez le code de l’établissement.'], ['The check letter of the UAI does not match', 'A digit or the letter is wrong: check the school’s code.']),
  'leading-zero-lost': word(['Le zéro du début a disparu', 'Un tableur l’a retiré : mettez la colonne en texte et remettez le zéro.'], ['The leading zero is lost', 'A spreadsheet removed it: set the column to text and put the zero back.']),
  'date-form': word(['La date n’est pas lisible', 'Écrivez jj/mm/aaaa ou aaaa-mm-jj.'], ['The date cannot be read', 'Write dd/mm/yyyy or yyyy-mm-dd.']),
  'date-short-year': word(['L’année n’a que deux chiffres', 'Écrivez l’année en entier : le siècle ne se devine pas.'], ['The year has two digits only', 'Write the whole year: the century cannot be guessed.']),
  'date-serial': word(['Un tableur a remplacé la date par un nombre', 'Mettez la colonne au format date, puis exportez de nouveau.'], ['A spreadsheet replaced the date by a number', 'Set the column to the date format, then export again.']),
  'date-impossible': word(['Ce jour n’existe pas', 'Vérifiez le jour et le mois.'], ['There is no such day', 'Check the day and the month.']),
  'birth-after-session': word(['La naissance vient après la session', 'Vérifiez la date de naissance et la session.'], ['The birth comes after the session', 'Check the birth date and the session.']),
  'birth-implausible': word(['L’âge à la session n’est pas vraisemblable (moins de 13 ans ou plus de 100)', 'Vérifiez l’année de naissance.'], ['The age at the session is not plausible (under 13 or over 100)', 'Check the year of birth.']),
  'average-form': word(['La moyenne n’est pas un nombre', 'Écrivez par exemple 12,5, sans autre texte.'], ['The average is no number', 'Write 12.5 for example, without other text.']),
  'average-range': word(['La moyenne n’est pas entre 0 et 20', 'Ramenez-la sur 20.'], ['The average is not between 0 and 20', 'Bring it to a mark out of 20.']),
  'mention-unknown': word(['Cette mention n’existe pas', 'Attendu : assez bien, bien, très bien, ou rien.'], ['There is no such mention', 'Expected: assez bien, bien, très bien, or nothing.']),
  'mention-above-average': word(['La mention est plus haute que la moyenne ne le permet', 'Assez bien à partir de 12, bien de 14, très bien de 16 : corrigez l’une ou l’autre.'], ['The mention is higher than the average allows', 'Assez bien from 12, bien from 14, très bien from 16: correct one or the other.']),
  'mention-below-average': word(['La mention est plus basse que la moyenne ne la donne', 'Assez bien à partir de 12, bien de 14, très bien de 16 : corrigez l’une ou l’autre.'], ['The mention is lower than the average gives', 'Assez bien from 12, bien from 14, très bien from 16: correct one or the other.']),
  'mention-of-refused': word(['Une mention est donnée à une personne refusée', 'Corrigez la décision ou retirez la mention.'], ['A mention is given to someone refused', 'Correct the decision or remove the mention.']),
  'mention-not-given': word(['Ce diplôme ne donne pas de mention', 'Retirez la mention, ou vérifiez le code du diplôme.'], ['This diploma gives no mention', 'Remove the mention, or check the diploma’s code.']),
  'decision-unknown': word(['La décision n’est pas lisible', 'Attendu : admis ou refusé.'], ['The decision cannot be read', 'Expected: admis or refusé.']),
  'diploma-unknown': word(['Le code du diplôme n’est pas dans le registre', 'Vérifiez le code ; sinon demandez qu’il soit ajouté au registre des diplômes.'], ['The diploma’s code is not in the register', 'Check the code; otherwise ask for it to be added to the register of diplomas.']),
  'academy-unknown': word(['Cette académie n’est pas dans le registre', 'Attendu : son code à deux chiffres, ou son nom.'], ['This academy is not in the register', 'Expected: its two-digit code, or its name.']),
  'academy-other': word(['La ligne est d’une autre académie que la session', 'Retirez-la, ou importez-la dans la session de son académie.'], ['The line is of another academy than the session', 'Remove it, or import it into its academy’s session.']),
  'session-form': word(['La session n’est pas lisible', 'Écrivez aaaa-mm, par exemple 2026-06.'], ['The session cannot be read', 'Write yyyy-mm, 2026-06 for example.']),
  'session-other': word(['La ligne est d’une autre session', 'Retirez-la, ou importez-la dans sa session.'], ['The line is of another session', 'Remove it, or import it into its session.']),
  'cells': word(['La ligne n’a pas autant de cellules que l’en-tête', 'Un séparateur ou un guillemet est de trop, ou manque.'], ['The line does not have as many cells as the header', 'A separator or a quotation mark is missing, or one too many.']),
  'not-json': word(['La ligne n’est pas un objet JSON', 'Une ligne par personne, un objet par ligne.'], ['The line is no JSON object', 'One line a person, one object a line.']),
  'double-in-file': word(['La même personne est déjà plus haut dans le fichier, pour le même diplôme et la même session', 'Gardez une seule des deux lignes.'], ['The same person stands earlier in the file, for the same diploma and session', 'Keep one of the two lines.']),
  'double-earlier': word(['Un résultat de cette personne est déjà confirmé pour ce diplôme et cette session', 'Pour le changer, importez la ligne dans un fichier de corrections.'], ['A result of this person is already confirmed for this diploma and session', 'To change it, import the line in a file of corrections.']),
  'nothing-to-correct': word(['Aucun résultat confirmé de cette session n’est à corriger par cette ligne', 'Pour une personne nouvelle, importez la ligne dans un fichier d’ajouts.'], ['No confirmed result of this session is there for this line to correct', 'For a new person, import the line in a file of additions.']),
}

/** How a person calls each column, as the report writes it. */
export const columnWords: Record<Column, Text> = {
  ine: { fr: 'INE', en: 'INE' },
  familyName: { fr: 'Nom de famille', en: 'Family name' },
  givenNames: { fr: 'Prénoms', en: 'Given names' },
  birthDate: { fr: 'Date de naissance', en: 'Birth date' },
  birthPlace: { fr: 'Lieu de naissance', en: 'Birth place' },
  schoolUai: { fr: 'UAI', en: 'UAI' },
  schoolName: { fr: 'Établissement', en: 'School' },
  diploma: { fr: 'Code du diplôme', en: 'Diploma code' },
  speciality: { fr: 'Spécialité', en: 'Speciality' },
  average: { fr: 'Moyenne', en: 'Average' },
  mention: { fr: 'Mention', en: 'Mention' },
  decision: { fr: 'Décision', en: 'Decision' },
  session: { fr: 'Session', en: 'Session' },
  academy: { fr: 'Académie', en: 'Academy' },
}
