// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {People} from "./People.t.sol";
import {Years} from "./Years.t.sol";

/// @dev Whatever is tried, in whatever order: history grows, never shrinks, and the past never changes.
contract HistoryTest is People {
    Years private past;

    function setUp() public {
        past = new Years();
        ledger = past.ledger();
    }

    /// @dev The only contract whose functions the runner calls between two looks.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(past);
    }

    function invariant_what_was_granted_stays_written() public view {
        for (uint256 i = 0; i < 5; i++) {
            address issuer = past.someone(i);
            bytes32[] memory before = past.grantedTo(issuer);
            IIssuerRegistry.Accreditation[] memory history = ledger.accreditationsOf(issuer);
            check(history.length == before.length, "as many as were granted");
            for (uint256 j = 0; j < before.length; j++) {
                check(past.essence(history[j]) == before[j], "each as it was granted");
            }
        }
    }

    function invariant_documents_stay_written() public view {
        for (uint256 i = 0; i < 5; i++) {
            bytes32[] memory before = past.recordedBy(past.someone(i));
            IIssuerRegistry.DocumentRecord[] memory history = ledger.documentsOf(past.someone(i));
            check(history.length == before.length, "as many as were recorded");
            for (uint256 j = 0; j < before.length; j++) {
                check(keccak256(abi.encode(history[j])) == before[j], "each as it was recorded");
            }
        }
    }

    function invariant_a_did_has_one_holder_who_was_accredited() public view {
        for (uint256 i = 0; i < 5; i++) {
            address issuer = past.someone(i);
            IIssuerRegistry.DocumentRecord[] memory history = ledger.documentsOf(issuer);
            for (uint256 j = 0; j < history.length; j++) {
                check(past.holders(history[j].didDigest) == issuer, "the same for ever");
                check(ledger.accreditationsOf(issuer).length > 0, "on someone's word");
            }
        }
    }

    function invariant_what_was_true_of_a_past_day_stays_true() public view {
        (uint256 answers,) = past.counts();
        for (uint256 i = 0; i < answers; i++) {
            (address issuer, uint8 kind, uint48 date, bool accredited) = past.answers(i);
            check(ledger.isAccredited(issuer, kind, date) == accredited, "the same answer for ever");
        }
    }

    function invariant_anchors_never_change() public view {
        (, uint256 roots) = past.counts();
        for (uint256 i = 0; i < roots; i++) {
            bytes32 root = past.roots(i);
            check(keccak256(abi.encode(ledger.anchorOf(root))) == past.anchors(root), "as it was anchored");
        }
    }

    function invariant_a_succession_stays_as_it_was_recorded() public view {
        for (uint256 i = 0; i < 5; i++) {
            IIssuerRegistry.Succession memory found = ledger.successorOf(past.someone(i));
            bytes32 written = found.successor == address(0) ? bytes32(0) : keccak256(abi.encode(found));
            check(written == past.successions(past.someone(i)), "once, and never again");
        }
    }

    function invariant_anchors_documents_and_successions_are_accepted_exactly_when_they_should() public view {
        check(past.disagreements() == 0, "the contract and the history agree");
    }

    function invariant_every_accreditation_goes_back_to_the_ministry() public view {
        for (uint256 i = 0; i < 5; i++) {
            IIssuerRegistry.Accreditation[] memory history = ledger.accreditationsOf(past.someone(i));
            for (uint256 j = 0; j < history.length; j++) {
                check(history[j].by == MINISTRY || mayHaveGranted(history[j]), "on the word of someone entitled");
            }
        }
    }

    function invariant_periods_of_one_kind_never_overlap() public view {
        for (uint256 i = 0; i < 5; i++) {
            IIssuerRegistry.Accreditation[] memory history = ledger.accreditationsOf(past.someone(i));
            for (uint256 j = 1; j < history.length; j++) {
                for (uint256 k = 0; k < j; k++) {
                    bool apart = history[j].kind != history[k].kind || endOf(history[k]) <= history[j].from
                        || endOf(history[j]) <= history[j].from;
                    check(apart, "one after the other");
                }
            }
        }
    }

    function mayHaveGranted(IIssuerRegistry.Accreditation memory entry) private view returns (bool) {
        IIssuerRegistry.Accreditation[] memory own = ledger.accreditationsOf(entry.by);
        for (uint256 i = 0; i < own.length; i++) {
            bool inForce = own[i].from <= entry.recordedAt && entry.until <= own[i].until;
            if (inForce && own[i].mayAccredit && own[i].kind == entry.kind) return true;
        }
        return false;
    }

    function endOf(IIssuerRegistry.Accreditation memory entry) private pure returns (uint48) {
        return entry.withdrawnAt == 0 ? entry.until : entry.withdrawnAt;
    }
}
