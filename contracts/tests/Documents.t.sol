// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {FreshLedger} from "./People.t.sol";

/// @dev Who may declare a DID document, and whose a DID is.
contract DocumentsTest is FreshLedger {
    function setUp() public override {
        super.setUp();
        accreditSchool();
    }

    function recordAs(address issuer, bytes32 did, bytes32 document) internal {
        vm.prank(issuer);
        ledger.recordDocument(did, document);
    }

    function test_only_who_was_ever_accredited_records_a_document() public {
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotEntitled.selector, STRANGER, uint8(0))
        );
        recordAs(STRANGER, "did", "document");
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY + DAY);
        vm.warp(TODAY + YEAR);
        recordAs(SCHOOL, "did", "document");
        check(ledger.documentsOf(SCHOOL).length == 1, "a school that has closed may still change its keys");
    }

    function test_a_did_once_recorded_is_refused_to_any_other() public {
        recordAs(SCHOOL, "did", "document");
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryDidHeld.selector, bytes32("did"), SCHOOL)
        );
        recordAs(ACADEMY, "did", "forged");
        check(ledger.documentsOf(ACADEMY).length == 0, "nothing in the history of the other");
        recordAs(SCHOOL, "did", "next");
        recordAs(SCHOOL, "second did", "document");
        recordAs(ACADEMY, "own did", "document");
        check(ledger.documentsOf(SCHOOL).length == 3, "its holder changes keys, and may hold another");
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY + DAY);
        vm.warp(TODAY + YEAR);
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryDidHeld.selector, bytes32("did"), SCHOOL)
        );
        recordAs(ACADEMY, "did", "forged");
    }
}
