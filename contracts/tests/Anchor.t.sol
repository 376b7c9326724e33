// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {ICredentialAnchor} from "../ICredentialAnchor.sol";
import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {FreshLedger} from "./People.t.sol";

/// @dev What is anchored, by whom, and what stands under it.
contract AnchorTest is FreshLedger {
    bytes32 internal constant ROOT = keccak256("root");

    function setUp() public override {
        super.setUp();
        accreditSchool();
    }

    function anchorAs(address issuer, bytes32 root, uint8 kind) internal {
        vm.prank(issuer);
        ledger.anchor(root, kind);
    }

    function leafOf(bytes32 salt, bytes32 digest) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(salt, digest))));
    }

    function test_an_accredited_school_anchors_a_root() public {
        vm.warp(TODAY + DAY);
        anchorAs(SCHOOL, ROOT, COMPETENCE);
        ICredentialAnchor.Anchor memory found = ledger.anchorOf(ROOT);
        check(found.issuer == SCHOOL && found.anchoredAt == TODAY + DAY && found.kind == COMPETENCE, "who, when, what");
        check(ledger.anchorOf(keccak256("other")).issuer == address(0), "nothing else");
    }

    function test_refuses_a_stranger_another_kind_and_the_zero_root() public {
        bytes4 refusal = ICredentialAnchor.CredentialAnchorNotAccredited.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, STRANGER, COMPETENCE));
        anchorAs(STRANGER, ROOT, COMPETENCE);
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, DIPLOMA));
        anchorAs(SCHOOL, ROOT, DIPLOMA);
        vm.expectRevert(abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorRootInvalid.selector, bytes32(0)));
        anchorAs(SCHOOL, 0, COMPETENCE);
    }

    function test_the_root_authority_anchors_nothing() public {
        vm.expectRevert(
            abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorNotAccredited.selector, MINISTRY, COMPETENCE)
        );
        anchorAs(MINISTRY, ROOT, COMPETENCE);
    }

    function test_refuses_a_root_twice_and_keeps_the_first() public {
        anchorAs(SCHOOL, ROOT, COMPETENCE);
        vm.expectRevert(abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorAlreadyAnchored.selector, ROOT));
        anchorAs(ACADEMY, ROOT, COMPETENCE);
        check(ledger.anchorOf(ROOT).issuer == SCHOOL, "the first stays");
    }

    function test_a_withdrawal_stops_anchors_and_spares_those_made() public {
        anchorAs(SCHOOL, ROOT, COMPETENCE);
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY);
        vm.expectRevert(
            abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorNotAccredited.selector, SCHOOL, COMPETENCE)
        );
        anchorAs(SCHOOL, keccak256("too late"), COMPETENCE);
        check(ledger.anchorOf(ROOT).issuer == SCHOOL, "the anchor made stays");
    }

    function test_refuses_an_anchor_before_the_first_day() public {
        accredit(MINISTRY, STRANGER, COMPETENCE, TODAY + DAY, TODAY + YEAR, false);
        vm.expectRevert(
            abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorNotAccredited.selector, STRANGER, COMPETENCE)
        );
        anchorAs(STRANGER, ROOT, COMPETENCE);
    }

    function test_refuses_an_anchor_between_two_periods() public {
        uint48 end = TODAY + YEAR;
        accredit(ACADEMY, SCHOOL, COMPETENCE, end + DAY, end + YEAR, false);
        vm.warp(end);
        vm.expectRevert(
            abi.encodeWithSelector(ICredentialAnchor.CredentialAnchorNotAccredited.selector, SCHOOL, COMPETENCE)
        );
        anchorAs(SCHOOL, ROOT, COMPETENCE);
        vm.warp(end + DAY);
        anchorAs(SCHOOL, ROOT, COMPETENCE);
        check(ledger.anchorOf(ROOT).anchoredAt == end + DAY, "once the second has begun");
    }

    function testFuzz_a_credential_stands_under_its_root_alone(bytes32 salt, bytes32 digest, bytes32 sibling) public {
        bytes32 root = Hashes.commutativeKeccak256(leafOf(salt, digest), sibling);
        bytes32[] memory path = new bytes32[](1);
        path[0] = sibling;
        check(!ledger.isAnchored(root, salt, digest, path), "not before it is anchored");
        anchorAs(SCHOOL, root, COMPETENCE);
        check(ledger.isAnchored(root, salt, digest, path), "then it stands");
        check(!ledger.isAnchored(root, salt, ~digest, path), "not with another digest");
        check(!ledger.isAnchored(root, ~salt, digest, path), "not with another salt");
        check(!ledger.isAnchored(root, salt, digest, new bytes32[](0)), "not without its path");
    }

    function testFuzz_an_inner_node_never_passes_for_a_leaf(bytes32 left, bytes32 right) public {
        anchorAs(SCHOOL, Hashes.commutativeKeccak256(left, right), COMPETENCE);
        bytes32 root = Hashes.commutativeKeccak256(left, right);
        check(!ledger.isAnchored(root, left, right, new bytes32[](0)), "the pair hashed as salt and digest");
        check(!ledger.isAnchored(root, right, left, new bytes32[](0)), "nor the other way round");
    }

    function test_status_lists_and_documents_are_kept_in_order() public {
        vm.prank(SCHOOL);
        ledger.publishStatusList("list", "first");
        vm.warp(TODAY + DAY);
        vm.prank(SCHOOL);
        ledger.publishStatusList("list", "second");
        ICredentialAnchor.StatusRecord[] memory lists = ledger.statusListsOf(SCHOOL, "list");
        check(lists.length == 2 && lists[0].digest == "first" && lists[1].recordedAt == TODAY + DAY, "both lists");
        check(ledger.statusListsOf(STRANGER, "list").length == 0, "in the name of the caller alone");

        vm.prank(SCHOOL);
        ledger.recordDocument("did", "document");
        IIssuerRegistry.DocumentRecord[] memory documents = ledger.documentsOf(SCHOOL);
        check(documents.length == 1 && documents[0].documentDigest == "document", "the document");
        check(documents[0].didDigest == "did" && documents[0].recordedAt == TODAY + DAY, "whose and when");
    }

    function test_refuses_empty_digests() public {
        bytes4 refusal = ICredentialAnchor.CredentialAnchorDigestInvalid.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, bytes32(0)));
        ledger.publishStatusList("list", 0);
        vm.expectRevert(abi.encodeWithSelector(refusal, bytes32(0)));
        ledger.publishStatusList(0, "digest");
        bytes4 refused = IIssuerRegistry.IssuerRegistryDocumentInvalid.selector;
        vm.expectRevert(abi.encodeWithSelector(refused, bytes32(0), bytes32("document")));
        ledger.recordDocument(0, "document");
        vm.expectRevert(abi.encodeWithSelector(refused, bytes32("did"), bytes32(0)));
        ledger.recordDocument("did", 0);
    }
}
