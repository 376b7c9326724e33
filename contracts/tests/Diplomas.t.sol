// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {ICredentialAnchor} from "../ICredentialAnchor.sol";
import {IDeliberations} from "../IDeliberations.sol";
import {FreshJury} from "./Passkeys.t.sol";

/// @dev Diplomas are anchored under what a jury decided, and no other way.
contract DiplomasTest is FreshJury {
    bytes32[] private none;

    function anchorDecided(address issuer, bytes32 root, bytes32 deliberation, bytes32[] memory path) private {
        vm.prank(issuer);
        ledger.anchorDecided(root, deliberation, path);
    }

    function test_what_the_jury_signed_is_anchored() public {
        bytes32 decided = decideUsual();
        vm.warp(TODAY + DAY);
        anchorDecided(ACADEMY, ROOT, decided, none);
        ICredentialAnchor.Anchor memory found = ledger.anchorOf(ROOT);
        check(found.issuer == ACADEMY && found.kind == DIPLOMA && found.anchoredAt == TODAY + DAY, "who, what, when");
        check(ledger.deliberationUnder(ROOT) == decided, "under which decision");
        check(ledger.deliberationUnder(SESSION) == 0, "nothing else");
    }

    function testFuzz_batches_are_anchored_under_the_one_root_that_was_signed(bytes32 a, bytes32 b, bytes32 c) public {
        vm.assume(a != b && b != c && a != c && a != 0 && b != 0 && c != 0);
        bytes32 pair = Hashes.commutativeKeccak256(a, b);
        bytes32 session = Hashes.commutativeKeccak256(pair, c);
        bytes32 decided = openUsual();
        ledger.decide(decided, session, two(ANNE, BRUNO, decided, session));
        bytes32[] memory path = new bytes32[](2);
        (path[0], path[1]) = (b, c);
        anchorDecided(ACADEMY, a, decided, path);
        check(ledger.deliberationUnder(a) == decided, "with its path");
        bytes32 outside = ~a;
        vm.expectRevert(
            abi.encodeWithSelector(IDeliberations.DeliberationsRootOutside.selector, decided, outside)
        );
        anchorDecided(ACADEMY, outside, decided, path);
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsRootOutside.selector, decided, b));
        anchorDecided(ACADEMY, b, decided, none);
    }

    function test_refuses_a_diploma_without_a_deliberation() public {
        vm.expectRevert(abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorNotDeliberated.selector, ROOT));
        vm.prank(ACADEMY);
        ledger.anchor(ROOT, DIPLOMA);
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsUnknown.selector, SESSION));
        anchorDecided(ACADEMY, ROOT, SESSION, none);
        check(ledger.anchorOf(ROOT).issuer == address(0), "nothing is anchored");
    }

    function test_refuses_to_anchor_before_the_decision_and_after_a_refusal() public {
        bytes32 opened = openUsual();
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsUndecided.selector, opened));
        anchorDecided(ACADEMY, ROOT, opened, none);
        ledger.refuse(opened, two(ANNE, BRUNO, opened, 0));
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsResultsRefused.selector, opened));
        anchorDecided(ACADEMY, ROOT, opened, none);
    }

    function test_refuses_the_decision_of_another_academy() public {
        accredit(MINISTRY, OTHER_ACADEMY, DIPLOMA, TODAY, TODAY + YEAR, false);
        bytes32 decided = decideUsual();
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsNotYours.selector, decided, ACADEMY));
        anchorDecided(OTHER_ACADEMY, ROOT, decided, none);
    }

    function test_refuses_who_is_no_longer_accredited_a_root_twice_and_the_root_zero() public {
        bytes32 decided = decideUsual();
        vm.expectRevert(abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorRootInvalid.selector, bytes32(0)));
        anchorDecided(ACADEMY, 0, decided, none);
        anchorDecided(ACADEMY, ROOT, decided, none);
        vm.expectRevert(abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorAlreadyAnchored.selector, ROOT));
        anchorDecided(ACADEMY, ROOT, decided, none);
        withdraw(MINISTRY, ACADEMY, DIPLOMA, TODAY);
        bytes4 refusal = ICredentialAnchor.CredentialAnchorNotAccredited.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, ACADEMY, DIPLOMA));
        anchorDecided(ACADEMY, SESSION, decided, none);
    }

    function test_competences_need_no_jury() public {
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
        vm.prank(SCHOOL);
        ledger.anchor(ROOT, COMPETENCE);
        check(ledger.anchorOf(ROOT).kind == COMPETENCE && ledger.deliberationUnder(ROOT) == 0, "as ever");
    }

    function squat(bytes32 root) private {
        vm.prank(SCHOOL);
        ledger.anchor(root, COMPETENCE);
    }

    function testFuzz_competences_never_stand_in_the_way_of_a_diploma(bool before, uint48 wait) public {
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
        bytes32 decided = decideUsual();
        if (before) squat(ROOT);
        vm.warp(TODAY + wait % DAY);
        anchorDecided(ACADEMY, ROOT, decided, none);
        if (!before) squat(ROOT);
        ICredentialAnchor.Anchor memory found = ledger.anchorOf(ROOT);
        check(found.issuer == ACADEMY && found.kind == DIPLOMA, "the diploma answers");
        check(ledger.anchorOfKind(ROOT, DIPLOMA).anchoredAt == TODAY + wait % DAY, "and is found by its kind");
        ICredentialAnchor.Anchor memory other = ledger.anchorOfKind(ROOT, COMPETENCE);
        check(other.issuer == SCHOOL && other.kind == COMPETENCE, "the other stays as it was");
        check(ledger.deliberationUnder(ROOT) == decided, "under its decision");
    }

    function test_each_kind_is_anchored_once() public {
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
        bytes32 decided = decideUsual();
        squat(ROOT);
        check(ledger.anchorOf(ROOT).issuer == SCHOOL, "the other, while there is no diploma");
        check(ledger.anchorOfKind(ROOT, DIPLOMA).issuer == address(0), "which is not a diploma's");
        anchorDecided(ACADEMY, ROOT, decided, none);
        bytes memory refusal = abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorAlreadyAnchored.selector, ROOT);
        vm.expectRevert(refusal);
        squat(ROOT);
        vm.expectRevert(refusal);
        anchorDecided(ACADEMY, ROOT, decided, none);
    }

    function test_a_diploma_stands_under_its_anchored_root() public {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(bytes32("salt"), bytes32("digest")))));
        bytes32 decided = openUsual();
        ledger.decide(decided, leaf, two(ANNE, BRUNO, decided, leaf));
        check(!ledger.isAnchored(leaf, "salt", "digest", none), "not before it is anchored");
        anchorDecided(ACADEMY, leaf, decided, none);
        check(ledger.isAnchored(leaf, "salt", "digest", none), "then it stands");
    }
}
